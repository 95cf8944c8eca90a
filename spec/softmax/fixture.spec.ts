/** Losses and errors beside those of 60 digits, and what they are by hand. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { softmax, softmaxCrossEntropy, type Labels } from "ndarray-params/softmax";

interface Expected {
  readonly loss: number;
  readonly errors: readonly (readonly number[])[];
  readonly sums: readonly number[];
}

interface Case extends Readonly<Record<"byLabels" | "byWeights", Expected>> {
  readonly name: string;
  readonly z: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly labels: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly scale: number;
}

const file = new URL("../fixtures/softmax.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: readonly Case[] };

const matrixOf = (rows: readonly (readonly number[])[]): NdArray<Float64Array> =>
  ndarray(Float64Array.from(rows.flat()), [rows.length, rows[0]!.length]);

function expectClose(actual: Float64Array, expected: readonly number[], within: number): void {
  expect(actual.length).to.equal(expected.length);
  for (const [i, x] of actual.entries()) expect(x, `${i}`).to.be.closeTo(expected[i]!, within);
}

describe("softmaxCrossEntropy gives the numbers of 60 digits, for", () => {
  for (const { name, z, bias, labels, weights, scale, ...expected } of cases) {
    const ways = { byLabels: Uint8Array.from(labels), byWeights: matrixOf(weights) };
    for (const [way, given] of Object.entries(ways) as [keyof typeof ways, Labels][]) {
      it(`${name}, ${way}`, () => {
        const e = matrixOf(z);
        const db = new Float64Array(bias.length).fill(NaN);
        const options = { bias: Float64Array.from(bias), biasGradient: db, scale };
        const loss = softmaxCrossEntropy(e, given, options);
        const { loss: exact, errors, sums } = expected[way];
        // A score is rounded when the bias is added, and its exponential is off by that much.
        const size = Math.max(...z.flat().map(Math.abs));
        const within = 2 ** -51 * scale * (size < 1e3 ? size + 1 : 1);
        expect(loss).to.be.closeTo(exact, 2 ** -50 * (Math.abs(exact) + within));
        expectClose(e.data, errors.flat(), 2 * within);
        expectClose(db, sums, z.length * 2 * within);
      });
    }
  }
});

describe("softmax and its loss by hand:", () => {
  const logs = [Math.log(1), Math.log(2), Math.log(3)];

  it("scores log 1, log 2, log 3 are the probabilities 1/6, 1/3, 1/2", () => {
    const p = matrixOf([logs, logs.map((x) => x + 1000)]);
    softmax(p);
    expectClose(p.data.subarray(0, 3), [1 / 6, 1 / 3, 1 / 2], 2 ** -52);
    expectClose(p.data.subarray(3), [1 / 6, 1 / 3, 1 / 2], 2 ** -42);
  });

  it("a bias is added to each row, and may have any stride", () => {
    const p = matrixOf([
      [0, 0, 0],
      [7, 7, 7],
    ]);
    softmax(p, {
      bias: ndarray(Float32Array.of(9, logs[2]!, 9, logs[1]!, 9, logs[0]!), [3], [-2], 5),
    });
    expectClose(p.data, [1 / 6, 1 / 3, 1 / 2, 1 / 6, 1 / 3, 1 / 2], 2 ** -24);
  });

  it("the loss of class 2 is log 6 - log 3, and the mean of the rows by default", () => {
    const e = matrixOf([logs, logs]);
    expect(softmaxCrossEntropy(e, [2, 0])).to.be.closeTo((Math.LN2 + Math.log(6)) / 2, 2 ** -51);
    expectClose(e.data, [1 / 12, 1 / 6, -1 / 4, -5 / 12, 1 / 6, 1 / 4], 2 ** -53);
    const sum = softmaxCrossEntropy(matrixOf([logs, logs]), [2, 0], { scale: 1 });
    expect(sum).to.be.closeTo(Math.LN2 + Math.log(6), 2 ** -50);
  });

  it("a row of weights counts by its sum, and one of zeros not at all", () => {
    const weights = matrixOf([
      [0, 0, 2],
      [0, 0, 0],
    ]);
    const e = matrixOf([logs, [5, -Infinity, 2]]);
    const loss = softmaxCrossEntropy(e, weights, { scale: 1 });
    expect(loss).to.be.closeTo(2 * Math.LN2, 2 ** -51);
    expectClose(e.data, [1 / 3, 2 / 3, -1, 0, 0, 0], 2 ** -52);
  });
});

describe("a row", () => {
  const lossOf = (row: readonly number[], label: number): [loss: number, error: number[]] => {
    const e = matrixOf([row]);
    const loss = softmaxCrossEntropy(e, [label]);
    return [loss, [...e.data]];
  };

  it("with -Infinity has a probability of 0 there", () => {
    expect(lossOf([-Infinity, 3, -Infinity], 1)).to.deep.equal([0, [0, 0, 0]]);
    expect(lossOf([-Infinity, 3, -Infinity], 0)).to.deep.equal([Infinity, [-1, 1, 0]]);
  });

  it("of huge scores has the loss of their difference, though the probability underflows", () => {
    expect(lossOf([1e300, 0], 1)).to.deep.equal([1e300, [1, -1]]);
    expect(lossOf([-1e308, -1e308], 1)).to.deep.equal([Math.LN2, [0.5, -0.5]]);
    expect(lossOf([800, 0], 1)).to.deep.equal([800, [1, -1]]);
  });

  it("with a NaN or +Infinity, or of -Infinity alone, is NaN, and other rows are not", () => {
    for (const row of [
      [0, NaN],
      [NaN, 0],
      [Infinity, 0],
      [-Infinity, -Infinity],
    ]) {
      expect(lossOf(row, 1)).to.deep.equal([NaN, [NaN, NaN]]);
      const p = matrixOf([row, [0, 0]]);
      softmax(p);
      expect([...p.data]).to.deep.equal([NaN, NaN, 0.5, 0.5]);
    }
  });

  it("that is none adds 0 to a sum, and the mean without rows is NaN", () => {
    const empty = (n: number, k: number) => ndarray(new Float64Array(0), [n, k]);
    for (const labels of [[], empty(0, 3)]) {
      const db = new Float64Array(3).fill(7);
      expect(softmaxCrossEntropy(empty(0, 3), labels)).to.be.NaN;
      expect(softmaxCrossEntropy(empty(0, 3), labels, { scale: 2, biasGradient: db })).to.equal(0);
      expect([...db]).to.deep.equal([0, 0, 0]);
    }
    softmax(empty(2, 0));
    // Each of them took half a minute, for nothing.
    softmax(empty(2 ** 30, 0));
    softmax(empty(0, 2 ** 30));
    expect(softmaxCrossEntropy(empty(0, 2 ** 30), [], { scale: 1 })).to.equal(0);
  });
});
