/** The same bits for any strides, in an arena or not, with the kernel and without. */
import { expect } from "chai";
import ndarray from "ndarray";
import type * as softmaxes from "ndarray-params/softmax";
import { arena, softmax, softmaxCrossEntropy, type Labels } from "ndarray-params/softmax";
import { areSame } from "../support/gemm/definition.ts";
import {
  drawer,
  layouts,
  matrixOf,
  SENTINEL,
  type FloatMatrix,
  type Floats,
  type FloatType,
} from "../support/gemm/matrices.ts";
import { sharedFloats } from "../support/gemm/shared.ts";
import {
  copyOfLib,
  lacking,
  underPolicy,
  withoutWebAssembly,
  type Change,
} from "../support/lacking.ts";
import { rowsByLoop } from "../../lib/softmax/rows/rows-by-loop.ts";
import { readLabels } from "../../lib/softmax/rows/read-labels.ts";
import { readScores } from "../../lib/softmax/rows/read-scores.ts";
import { roomIn, roomSize } from "../../lib/softmax/rows/room.ts";

const draw = drawer(3);
// oxfmt-ignore
const specials = [NaN, Infinity, -Infinity, 0, -0, 1e30, -1e30, 710, -710, 2 ** -30, 1e-300, 3];
/** With digits to the last, so that a sum in another order has other bits. */
const finite = (): number => (draw(2 ** 20) / 2 ** 19 - 1) * (8 ** draw(4) / 3);
const any = (): number => (draw(60) === 0 ? specials[draw(specials.length)]! : finite());

interface Result {
  readonly e: Floats;
  readonly db: Float64Array;
  readonly loss: number;
}

/** The loops alone, on rows side by side. */
function byLoops(e: FloatMatrix, labels: Labels, bias: Float64Array, scale: number): Result {
  const [n, k] = e.shape as [number, number];
  const { oneHot, fill } = readLabels("", labels, e);
  const room = roomIn(new Float64Array(roomSize(n, k)), 0, n, k, scale, oneHot);
  room.floats.set(bias, room.bias);
  fill(room.floats, room.targets, room.weights, 0, n);
  const loss = scale * rowsByLoop(readScores("", e), 0, n, room, 0);
  return { e: e.data, db: room.floats.slice(room.sums, room.sums + k), loss };
}

const numbersOf = (e: FloatMatrix): Floats => {
  const [n, k] = e.shape as [number, number];
  const numbers = e.data.slice(0, n * k);
  for (let i = 0; i < n * k; i++) numbers[i] = e.get(Math.floor(i / k), i % k);
  return numbers;
};

const shapes = [
  [1, 1],
  [5, 1],
  [3, 2],
  [7, 3],
  [103, 10],
  [150, 7],
  [3, 1030],
] as const;
const { float64, float32, clear } = arena(2 ** 20);
const places: Readonly<Record<string, (data: Floats) => Floats>> = {
  "an ordinary array": (data) => data.slice(),
  "an arena": (data) => {
    const there = data instanceof Float64Array ? float64(data.length) : float32(data.length);
    there.set(data);
    return there;
  },
  "shared memory": sharedFloats,
};

/** A NaN or an infinity makes that of the whole loss, so that its bits show with finite scores alone. */
const drawn = Object.entries({ "any scores": any, "finite scores": finite });

for (const Type of [Float64Array, Float32Array] as readonly FloatType[]) {
  describe(`rows of ${Type.name} have the bits of the loops`, () => {
    for (const [place, put] of Object.entries(places)) {
      it(`in ${place}, whatever their strides, and nothing else is written`, () => {
        for (const [[n, k], [kind, score]] of shapes.flatMap((own) =>
          drawn.map((way) => [own, way] as const),
        )) {
          const scores = new Type(n * k).map(score);
          const labels = Int32Array.from({ length: n }, () => draw(k));
          const weights = matrixOf(Float64Array, [n, k], [1, n], () => draw(3) / 2);
          const bias = new Float64Array(k).map(score);
          for (const [how, given] of [labels, weights].entries()) {
            const expected = byLoops(ndarray(scores.slice(), [n, k]), given, bias, 0.3);
            for (const [name, strideOf] of Object.entries(layouts)) {
              clear();
              const at = (i: number, j: number): number => scores[i * k + j]!;
              const { data, shape, stride, offset } = matrixOf(Type, [n, k], strideOf(n, k), at);
              const e = ndarray(put(data), shape, stride, offset);
              const db = new Float64Array(k);
              const loss = softmaxCrossEntropy(e, given, { bias, biasGradient: db, scale: 0.3 });
              const what = `${n} x ${k}, ${name}, ${how}, ${kind}`;
              expect(areSame(numbersOf(e), expected.e), what).to.equal(true);
              expect(areSame(db, expected.db), what).to.equal(true);
              expect(Object.is(loss, expected.loss), what).to.equal(true);
              if (score === finite) expect(loss, what).to.satisfy(Number.isFinite);
              const untouched = e.data.filter((x) => x === SENTINEL).length;
              expect(untouched, what).to.equal(data.length - n * k);
            }
          }
        }
      });
    }
  });
}

describe("rows of more than one lot", () => {
  it("have the bits of the loops in one", () => {
    const [n, k] = [1321, 100]; // a lot has up to 2^17 elements
    const scores = new Float32Array(n * k).map(() => draw(2 ** 20) / 2 ** 17 - 4);
    const labels = ndarray(
      new Uint8Array(2 * n).map(() => draw(k)),
      [n],
      [-2],
      2 * n - 1,
    );
    const bias = new Float64Array(k).map(() => draw(3));
    const expected = byLoops(ndarray(scores.slice(), [n, k]), labels, bias, 1 / n);
    for (const put of Object.values(places)) {
      clear();
      const e = ndarray(put(scores), [n, k]);
      const db = ndarray(new Float64Array(2 * k).fill(SENTINEL), [k], [-2], 2 * k - 1);
      const loss = softmaxCrossEntropy(e, labels, { bias, biasGradient: db });
      expect(areSame(e.data, expected.e)).to.equal(true);
      expected.db.forEach((own, j) => expect(db.get(j)).to.equal(own));
      expect(db.data.filter((own) => own === SENTINEL)).to.have.length(k);
      expect(Object.is(loss, expected.loss)).to.equal(true);
    }
  });
});

describe("softmax", () => {
  it("of float32 is that of float64, rounded once", () => {
    const scores = new Float32Array(700).map(() => draw(100) / 7 - 8);
    const [p, q] = [
      ndarray(scores.slice(), [100, 7]),
      ndarray(Float64Array.from(scores), [100, 7]),
    ];
    softmax(p);
    softmax(q);
    expect(p.data).to.deep.equal(Float32Array.from(q.data));
  });

  it("of a row too long for the kernel's memory goes by the loops", () => {
    const k = 800_000;
    const p = ndarray(new Float32Array(k), [1, k]);
    softmax(p);
    expect(p.data.every((x) => x === Math.fround(1 / k))).to.equal(true);
  });
});

describe("an engine", () => {
  const z = ndarray(
    new Float64Array(50).map((_, i) => ((i * 37) % 101) / 9 - 5),
    [10, 5],
  );
  const scores = z.data.slice();
  const loss = softmaxCrossEntropy(z, [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  const bits = `${loss} ${Buffer.from(z.data.buffer).toString("base64")}`;

  const bitsOn = async (change: Change): Promise<string> => {
    const copy = await copyOfLib()<typeof softmaxes>("softmax/index.ts");
    return lacking([change], () => {
      const again = ndarray(scores.slice(), [10, 5]);
      const lost = copy.softmaxCrossEntropy(again, [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
      return `${lost} ${Buffer.from(again.data.buffer).toString("base64")}`;
    });
  };

  it("without WebAssembly gives the same bits", async () => {
    expect(await bitsOn(withoutWebAssembly)).to.equal(bits);
  });

  it("whose policy forbids WebAssembly gives the same bits", async () => {
    expect(await bitsOn(underPolicy)).to.equal(bits);
  });
});
