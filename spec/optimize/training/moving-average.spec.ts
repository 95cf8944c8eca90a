import { readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import { valuesToFlat } from "ndarray-params";
import { gradientDescent, movingAverage, type MovingAverageOptions } from "ndarray-params/optimize";
import { itRefuses } from "../../support/refuses.ts";
import { rosenbrock } from "../support/problems.ts";

const file = new URL("../../fixtures/torch/torch.json", import.meta.url);
const torch = JSON.parse(readFileSync(file, "utf8")) as {
  iterates: { [name: string]: number[][] };
  averages: { [name: string]: number[][] };
};

/** The averages after each of these values. */
function averagesOf(values: readonly number[], options: MovingAverageOptions): number[] {
  const flat = new Float64Array(1);
  const average = movingAverage(flat, options);
  return values.map((value) => {
    flat[0] = value;
    average.update();
    return average.flat[0]!;
  });
}

describe("movingAverage", () => {
  it("weighs the last value by 1 and those before by decay, decay², ..., over the sum", () => {
    // 8; (0.5·8 + 2)/1.5; (0.25·8 + 0.5·2 + 5)/1.75
    const want = [8, 4, 8 / 1.75];
    averagesOf([8, 2, 5], { decay: 0.5 }).forEach((v, i) =>
      expect(v).to.be.closeTo(want[i]!, 1e-15),
    );
  });

  it("without its correction lets the first value stand for all before", () => {
    // 8; (8 + 2)/2; (5 + 5)/2
    const options = { decay: 0.5, biasCorrection: false };
    expect(averagesOf([8, 2, 5], options)).to.deep.equal([8, 5, 5]);
  });

  it("is zero before the first update, and of the kind and type of the flat", () => {
    const strided = ndarray(Float32Array.of(5, 0, 3, 0, 1), [3], [-2], 4);
    const average = movingAverage(strided);
    expect([...average.flat.data]).to.deep.equal([0, 0, 0]);
    expect([average.flat.dtype, average.flat.shape]).to.deep.equal(["float32", [3]]);
    average.update();
    expect([...average.flat.data]).to.deep.equal([1, 3, 5]);
    expect(average.state.average).to.equal(average.flat);
    expect([average.state.iteration, average.state.weight]).to.deep.equal([1, 1]);
  });

  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const values = fc.array(value, { minLength: 1, maxLength: 40 });
  const decays = fc.double({ min: 0.01, max: 1, noNaN: true });

  it("is the mean with these weights, for any values and decay", () => {
    const law = fc.property(values, decays, (x, decay) => {
      const averages = averagesOf(x, { decay });
      x.forEach((_, t) => {
        const weights = x.slice(0, t + 1).map((_own, i) => decay ** (t - i));
        const total = weights.reduce((sum, w) => sum + w, 0);
        const want = weights.reduce((sum, w, i) => sum + (w / total) * x[i]!, 0);
        expect(averages[t]).to.be.closeTo(want, 1e-8);
      });
    });
    fc.assert(law, { seed: 11, numRuns: 100 });
  });

  it("keeps a constant exactly", () => {
    const law = fc.property(value, decays, fc.boolean(), (c, decay, biasCorrection) => {
      const options = { decay: Math.min(decay, 0.99), biasCorrection };
      expect(new Set(averagesOf(Array<number>(30).fill(c), options))).to.deep.equal(new Set([c]));
    });
    fc.assert(law, { seed: 12, numRuns: 100 });
  });

  for (const [name, options] of [
    ["AveragedModel", { decay: 1 }],
    ["AveragedModel, avg_fn", { decay: 0.9, biasCorrection: false }],
  ] as const) {
    it(`gives the values of PyTorch's ${name}`, () => {
      const flat = new Float64Array(5);
      const average = movingAverage(flat, options);
      torch.averages[name]!.forEach((want, t) => {
        flat.set(torch.iterates["SGD, momentum"]![t]!);
        average.update();
        want.forEach((w, i) => expect(average.flat[i]).to.be.closeTo(w, 1e-14));
      });
    });
  }

  for (const biasCorrection of [true, false]) {
    it(`continues bit for bit ${biasCorrection ? "with" : "without"} its correction`, () => {
      const options = { decay: 0.9, biasCorrection };
      const flat = Float64Array.of(-1.2, 1, 0.5);
      const loop = gradientDescent(flat, rosenbrock, { stepRate: 1e-3, momentum: 0.5 });
      const whole = movingAverage(flat, options);
      for (let i = 0; i < 7; i++) (loop.next(), whole.update());
      const copy = structuredClone(whole.state);
      const [, views] = valuesToFlat(whole.state as never) as unknown as [unknown, object];
      const continued = [copy, views].map((state) =>
        movingAverage(flat, { ...options, state: state as typeof copy }),
      );
      for (let i = 0; i < 7; i++) {
        loop.next();
        whole.update();
        for (const again of continued) {
          again.update();
          expect([...again.flat]).to.deep.equal([...whole.flat]);
          expect(again.state).to.deep.equal(whole.state);
        }
      }
    });
  }

  const flat = new Float64Array(2);
  itRefuses([
    [
      "parameters whose memory has gone, which would make the average NaN",
      () => {
        const lost = Float64Array.of(1, 2);
        const average = movingAverage(lost);
        structuredClone(lost.buffer, { transfer: [lost.buffer] });
        average.update();
      },
      RangeError,
      "movingAverage: flat must keep its memory of 2 elements, got 0",
    ],
    [
      "a decay of 0",
      () => movingAverage(flat, { decay: 0 }),
      RangeError,
      "movingAverage: decay must be above 0 and at most 1, got 0",
    ],
    [
      "to keep the first parameters for ever",
      () => movingAverage(flat, { decay: 1, biasCorrection: false }),
      RangeError,
      "movingAverage: decay must be at least 0 and below 1, got 1",
    ],
    [
      "a correction that is neither true nor false",
      () => movingAverage(flat, { biasCorrection: 0 as never }),
      TypeError,
      "movingAverage: biasCorrection must be true or false, got 0",
    ],
    [
      "what is not a flat",
      () => movingAverage([1, 2] as never),
      TypeError,
      "movingAverage: flat must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an Array",
    ],
    [
      "the state of another size",
      () =>
        movingAverage(flat, { state: { iteration: 1, weight: 1, average: new Float64Array(3) } }),
      RangeError,
      "movingAverage: flat has 2 elements, state.average has 3",
    ],
    [
      "the state of a rule",
      () =>
        movingAverage(flat, {
          state: { iteration: 1, weight: 1, average: flat, step: flat },
        }),
      RangeError,
      "movingAverage: state.step is not part of this rule's state",
    ],
    [
      "a state without a weight",
      () => movingAverage(flat, { state: { iteration: 1, average: flat } }),
      TypeError,
      "movingAverage: state.weight must be a number, got undefined",
    ],
  ]);
});
