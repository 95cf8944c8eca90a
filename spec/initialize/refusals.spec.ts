import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import * as initialize from "ndarray-params/initialize";
import type { FloatData, Random } from "ndarray-params/initialize";

type View = NdArray<FloatData>;
type Call = (view: View, random?: Random) => void;

/** Each initializer, called with a view and a source of randomness only. */
const calls: Record<string, Call> = {
  boundSpectralRadius: (view) => initialize.boundSpectralRadius(view),
  constant: (view) => initialize.constant(view, 1),
  glorotNormal: initialize.glorotNormal,
  glorotUniform: initialize.glorotUniform,
  heNormal: initialize.heNormal,
  heUniform: initialize.heUniform,
  identity: (view) => initialize.identity(view),
  lecunNormal: initialize.lecunNormal,
  lecunUniform: initialize.lecunUniform,
  ones: initialize.ones,
  orthogonal: initialize.orthogonal,
  randomizeNormal: (view, random) => initialize.randomizeNormal(view, 0, 1, random),
  randomizeUniform: (view, random) => initialize.randomizeUniform(view, 0, 1, random),
  sparsifyColumns: (view, random) => initialize.sparsifyColumns(view, 1, random),
  truncatedNormal: (view, random) => initialize.truncatedNormal(view, 0, 1, random),
  varianceScaling: initialize.varianceScaling,
  zeros: initialize.zeros,
};

const random: Random = () => {
  throw new Error("drawn before the arguments were checked");
};

/** The call throws exactly this and leaves the data alone. */
function expectRefusal(
  data: ArrayLike<unknown>,
  call: () => void,
  kind: typeof TypeError | typeof RangeError,
  message: string,
): void {
  const before = Array.from(data);
  let error: unknown;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).to.be.an.instanceOf(kind);
  expect((error as Error).message).to.equal(message);
  expect(Array.from(data)).to.deep.equal(before);
}

const square = (): View => ndarray(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 10), [3, 3]);

describe("every initializer refuses, with its own name and before the first write,", () => {
  for (const [name, call] of Object.entries(calls)) {
    it(`a view whose elements coincide: ${name}`, () => {
      const view = ndarray(Float64Array.of(1, 2, 3, 4), [2, 2], [1, -1], 1) as View;
      const message = `${name}: view must have distinct elements, got shape [2, 2] with stride [1, -1]`;
      expectRefusal(view.data, () => call(view, random), RangeError, message);
    });

    it(`a frozen array: ${name}`, () => {
      const data = Object.freeze([1, 2, 3, 4]) as number[];
      const message = `${name}: view must take numbers, got a frozen array`;
      expectRefusal(data, () => call(ndarray(data, [2, 2]), random), TypeError, message);
    });

    it(`an integer dtype: ${name}`, () => {
      const view = ndarray(Int32Array.of(1, 2, 3, 4), [2, 2]) as unknown as View;
      const message = `${name}: view must be float64 or float32, got int32`;
      expectRefusal(view.data, () => call(view, random), TypeError, message);
    });

    it(`a stride of 0: ${name}`, () => {
      const view = ndarray(Float64Array.of(1, 2, 3), [3, 3], [0, 1], 0);
      const message = `${name}: view must have non-zero strides, got 0 on axis 0`;
      expectRefusal(view.data, () => call(view, random), RangeError, message);
    });

    it(`a view that reaches outside its array: ${name}`, () => {
      const view = ndarray(Float64Array.of(1, 2, 3, 4, 5, 6), [3, 3], [3, 1], 0);
      const message = `${name}: view must lie within its array of 6 elements, got elements 0 to 8`;
      expectRefusal(view.data, () => call(view, random), RangeError, message);
    });

    it(`a view that is not an ndarray: ${name}`, () => {
      const data = Float64Array.of(1, 2);
      const message = `${name}: view must be an ndarray, got a Float64Array`;
      expectRefusal(data, () => call(data as unknown as View, random), TypeError, message);
    });
  }

  const drawing = Object.entries(calls).filter(
    ([name]) => !/^(bound|constant|identity|ones|zeros)/.test(name),
  );
  for (const [name, call] of drawing) {
    for (const [seed, got] of [
      [42, "42"],
      ["seed", '"seed"'],
      [null, "null"],
      [{}, "an Object"],
    ] as const) {
      it(`a seed in the place of random, ${got}: ${name}`, () => {
        const view = square();
        const message = `${name}: random must be a function that returns numbers in [0, 1), got ${got}`;
        expectRefusal(view.data, () => call(view, seed as unknown as Random), TypeError, message);
      });
    }
  }

  for (const [name, call] of drawing) {
    for (const got of [Number.NaN, 1, 5, -1, Infinity, undefined]) {
      it(`a source that returns ${got}: ${name}`, () => {
        const view = square();
        // The first number is valid. In a typed array undefined becomes NaN.
        let drawn = 0;
        const wrong = (): number => (drawn++ === 0 ? 0.5 : (got as number));
        const numbers = name === "sparsifyColumns" ? `${got}` : `${Number(got)}`;
        const message = `${name}: random must return numbers in [0, 1), got ${numbers}`;
        if (name === "sparsifyColumns") view.set(0, 0, 0); // the valid number clears this entry
        expectRefusal(view.data, () => call(view, wrong), RangeError, message);
      });
    }
  }

  for (const [name, call] of drawing) {
    it(`a source of promises, whose failure ends nothing: ${name}`, () => {
      const view = square();
      const late = async (): Promise<never> => {
        throw new Error("nobody waits for this");
      };
      const message = `${name}: random must return numbers in [0, 1), got a Promise`;
      const wrong = late as () => unknown as Random;
      expectRefusal(view.data, () => call(view, wrong), RangeError, message);
    });
  }

  it("a source that runs out of numbers", () => {
    const view = ndarray(new Float64Array(1000));
    const numbers = Array.from({ length: 700 }, (_, i) => i / 700);
    const message = "randomizeUniform: random must return numbers in [0, 1), got NaN";
    const run = (): void => initialize.randomizeUniform(view, 0, 1, () => numbers.pop()!);
    expect(run).to.throw(RangeError, message);
  });

  it("a source out of range for the tail of a truncated normal", () => {
    const view = square();
    const run = (): void =>
      initialize.truncatedNormal(view, 0, 1, () => 1, { low: 3, high: Infinity });
    const message = "truncatedNormal: random must return numbers in [0, 1), got 1";
    expectRefusal(view.data, run, RangeError, message);
  });

  for (const name of Object.keys(calls).filter((key) => /^(glorot|he|lecun|var)/.test(key))) {
    const call = calls[name] as unknown as typeof initialize.varianceScaling;
    for (const shape of [[], [30], [0]]) {
      it(`the shape [${shape.join(", ")}], which has no fans: ${name}`, () => {
        const view = ndarray(new Float64Array(31).fill(7), shape);
        const need = "have rank 2 or more";
        const message = `${name}: view must ${need}, got shape [${shape.join(", ")}]`;
        expectRefusal(view.data, () => call(view, random), RangeError, message);
      });
    }
    for (const [fan, message] of [
      [{ in: 2 }, "fan.in must be an integer from -2 to 1, got 2"],
      [{ in: 0.5 }, "fan.in must be an integer from -2 to 1, got 0.5"],
      [{ out: -3 }, "fan.out must be an integer from -2 to 1, got -3"],
      [{ in: 1 }, "fan.in and fan.out must be two axes, got 1 and -1"],
    ] as const) {
      it(`the fans ${JSON.stringify(fan)}: ${name}`, () => {
        const view = square();
        const run = (): void => call(view, random, { fan });
        expectRefusal(view.data, run, RangeError, `${name}: ${message}`);
      });
    }
    it(`an axis that is not a number: ${name}`, () => {
      const view = square();
      const fan = { in: "rows" } as unknown as initialize.FanAxes;
      const message = `${name}: fan.in must be an axis, got "rows"`;
      expectRefusal(view.data, () => call(view, random, { fan }), TypeError, message);
    });
    if (name === "varianceScaling") continue;
    it(`a gain of 0: ${name}`, () => {
      const view = square();
      const run = (): void => call(view, random, { gain: 0 } as object);
      expectRefusal(view.data, run, RangeError, `${name}: gain must be above 0 and finite, got 0`);
    });

    it(`a gain whose square is none: ${name}`, () => {
      for (const gain of [1e-200, 1e200]) {
        const view = square();
        const run = (): void => call(view, random, { gain } as object);
        const message = `${name}: gain must have a square above 0 and finite, got ${gain}`;
        expectRefusal(view.data, run, RangeError, message);
      }
    });
  }
});

const wide = (): View => ndarray(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
const plain = ({ data, shape }: View): View => ndarray(Array.from(data), shape);
const single = ({ data, shape }: View): View => ndarray(Float32Array.from(data), shape);
const wrong = (value: unknown): never => value as never;

const {
  boundSpectralRadius,
  constant,
  identity,
  orthogonal,
  randomizeNormal,
  randomizeUniform,
  sparsifyColumns,
  truncatedNormal,
  varianceScaling,
} = initialize;

const refusals: [
  kind: typeof TypeError | typeof RangeError,
  message: string,
  call: (view: View) => void,
][] = [
  [TypeError, "constant: c must be a number, got undefined", (view) => constant(view, wrong(undefined))],
  [RangeError, "constant: c must be finite, got NaN", (view) => constant(view, Number.NaN)],
  [RangeError, "constant: c must be within float32, got 1e+39", (view) => constant(single(view), 1e39)],
  [RangeError, "identity: gain must be within float32, got -1e+39", (view) => identity(single(view), -1e39)],
  [RangeError, "orthogonal: gain must be within float32, got 1e+39", (view) => orthogonal(single(view), random, { gain: 1e39 })],
  [RangeError, "randomizeUniform: [low, high) must hold a float32 number and have a finite width, got [0, 1e+39)", (view) => randomizeUniform(single(view), 0, 1e39, random)],
  [RangeError, "randomizeUniform: [low, high) must hold a float32 number and have a finite width, got [-1e+39, 0)", (view) => randomizeUniform(single(view), -1e39, 0, random)],
  [RangeError, "identity: gain must be finite, got Infinity", (view) => identity(view, Infinity)],
  [TypeError, "identity: gain must be a number, got a function", (view) => identity(view, wrong(random))],
  [RangeError, "randomizeNormal: mean ± 14·std must be within float32, got mean 0 and std 1e+38", (view) => randomizeNormal(single(view), 0, 1e38, random)],
  [RangeError, "randomizeNormal: mean ± 14·std must be within float64, got mean 1.7e+308 and std 1e+307", (view) => randomizeNormal(view, 1.7e308, 1e307, random)],
  [RangeError, "truncatedNormal: mean ± 2·std must be within float32, got mean 1e+38 and std 1.5e+38", (view) => truncatedNormal(single(view), 1e38, 1.5e38, random)],
  [RangeError, "truncatedNormal: mean ± 42·std must be within float32, got mean 0 and std 1e+37", (view) => truncatedNormal(single(view), 0, 1e37, random, { low: 5, high: Infinity })],
  [RangeError, "randomizeNormal: mean ± 14·std must be within float64, got mean 0 and std 1e+308", (view) => randomizeNormal(plain(view), 0, 1e308, random)],
  [RangeError, "heNormal: mean ± 2·std must be within float32, got mean 0 and std 1.1368472343385565e+40", (view) => initialize.heNormal(single(view), random, { gain: 1e40 })],
  [RangeError, "randomizeNormal: mean must be finite, got NaN", (view) => randomizeNormal(view, Number.NaN, 1, random)],
  [TypeError, "randomizeNormal: mean must be a number, got a function", (view) => randomizeNormal(view, wrong(random))],
  [RangeError, "randomizeNormal: std must be at least 0 and finite, got -1", (view) => randomizeNormal(view, 0, -1, random)],
  [TypeError, 'randomizeNormal: std must be a number, got "1"', (view) => randomizeNormal(view, 0, wrong("1"), random)],
  [RangeError, "randomizeUniform: low must be finite, got -Infinity", (view) => randomizeUniform(view, -Infinity, 1, random)],
  [RangeError, "randomizeUniform: high must be finite, got NaN", (view) => randomizeUniform(view, 0, Number.NaN, random)],
  [RangeError, "truncatedNormal: mean must be finite, got Infinity", (view) => truncatedNormal(view, Infinity, 1, random)],
  [RangeError, "truncatedNormal: std must be at least 0 and finite, got -0.5", (view) => truncatedNormal(view, 0, -0.5, random)],
  [RangeError, "truncatedNormal: low must be less than high, got 2 and 2", (view) => truncatedNormal(view, 0, 1, random, { low: 2 })],
  [RangeError, "truncatedNormal: low must be less than high, got NaN and 2", (view) => truncatedNormal(view, 0, 1, random, { low: Number.NaN })],
  [TypeError, 'truncatedNormal: low must be a number, got "a"', (view) => truncatedNormal(view, 0, 1, random, { low: wrong("a") })],
  [TypeError, "truncatedNormal: high must be a number, got null", (view) => truncatedNormal(view, 0, 1, random, { high: wrong(null) })],
  [RangeError, "varianceScaling: scale must be above 0 and finite, got 0", (view) => varianceScaling(view, random, { scale: 0 })],
  [RangeError, 'varianceScaling: mode must be one of "fanIn", "fanOut", "fanAvg", got "fan_in"', (view) => varianceScaling(view, random, { mode: wrong("fan_in") })],
  [TypeError, 'varianceScaling: mode must be one of "fanIn", "fanOut", "fanAvg", got 3', (view) => varianceScaling(view, random, { mode: wrong(3) })],
  [RangeError, 'varianceScaling: distribution must be one of "truncated", "normal", "uniform", got "toString"', (view) => varianceScaling(view, random, { distribution: wrong("toString") })],
  [RangeError, "orthogonal: gain must be finite, got NaN", (view) => orthogonal(view, random, { gain: Number.NaN })],
  [RangeError, "orthogonal: blocks of [4, 1] need a multiple of 4, got a view of 6", (view) => orthogonal(view, random, { shape: [4, 1] })],
  [RangeError, "orthogonal: shape must be two integers above 0, got [2, 0]", (view) => orthogonal(view, random, { shape: [2, 0] })],
  [RangeError, "orthogonal: shape must be two integers above 0, got [6]", (view) => orthogonal(view, random, { shape: wrong([6]) })],
  [TypeError, "orthogonal: shape must be [rows, columns], got 6", (view) => orthogonal(view, random, { shape: wrong(6) })],
  [RangeError, "orthogonal: view must have rank 2 or more unless the option shape is given, got shape [6]", (view) => orthogonal(ndarray(view.data), random)],
  [RangeError, "sparsifyColumns: nonZero must be at most 2, the number of rows, got 3", (view) => sparsifyColumns(view, 3, random)],
  [RangeError, "sparsifyColumns: nonZero must be a whole number of at least 0, got -1", (view) => sparsifyColumns(view, -1, random)],
  [RangeError, "sparsifyColumns: nonZero must be a whole number of at least 0, got 1.5", (view) => sparsifyColumns(view, 1.5, random)],
  [TypeError, "sparsifyColumns: nonZero must be a number, got undefined", (view) => sparsifyColumns(view, wrong(undefined), random)],
  [TypeError, 'sparsifyColumns: keepDiagonal must be true or false, got "false"', (view) => sparsifyColumns(view, 1, random, { keepDiagonal: wrong("false") })],
  [TypeError, "sparsifyColumns: keepDiagonal must be true or false, got 0", (view) => sparsifyColumns(view, 1, random, { keepDiagonal: wrong(0) })],
  [RangeError, "sparsifyColumns: view must be a square matrix, got shape [2, 3]", (view) => sparsifyColumns(view, 1, random, { keepDiagonal: true })],
  [RangeError, "sparsifyColumns: view must be a matrix, got shape [6]", (view) => sparsifyColumns(ndarray(view.data), 1, random)],
  [RangeError, "identity: view must be a matrix, got shape [1, 2, 3]", (view) => identity(ndarray(view.data, [1, 2, 3]))],
  [RangeError, "boundSpectralRadius: view must be a square matrix, got shape [2, 3]", (view) => boundSpectralRadius(view)],
  [RangeError, "boundSpectralRadius: bound must be above 0 and finite, got 0", (view) => boundSpectralRadius(ndarray(view.data, [2, 2]), 0)],
]; // oxfmt-ignore

describe("each initializer refuses wrong numbers before the first write", () => {
  for (const [kind, message, call] of refusals) {
    it(message, () => {
      const view = wide();
      expectRefusal(view.data, () => call(view), kind, message);
    });
  }

  it("and integer views do not even compile", () => {
    const integers = ndarray(new Int32Array(4), [2, 2]);
    // @ts-expect-error: an initializer needs floating point
    expect(() => initialize.zeros(integers)).to.throw(TypeError);
    // @ts-expect-error: an initializer needs floating point
    expect(() => initialize.heNormal(integers)).to.throw(TypeError);
    expect(() => initialize.zeros(ndarray(new Float32Array(4), [2, 2]))).not.to.throw();
  });
});

describe("a view without elements", () => {
  for (const name of Object.keys(calls).filter((key) => /^(glorot|he|lecun|var)/.test(key))) {
    const call = calls[name] as unknown as typeof varianceScaling;
    for (const shape of [
      [0, 30],
      [30, 0],
      [3, 0, 4],
      [0, 0],
    ]) {
      // oxfmt-ignore
      it(`has nothing to draw, whatever its fans: ${name}, [${shape.join(", ")}]`, () => {
        const view = ndarray(new Float64Array(31).fill(7), shape);
        call(view, random);
        expect([...view.data]).to.deep.equal(Array(31).fill(7));
      });
    }

    it(`is checked as any other view: ${name}`, () => {
      const view = ndarray(new Float64Array(0), [0, 8]);
      const seed = 42 as unknown as Random;
      expect(() => call(view, seed)).to.throw(
        TypeError,
        `${name}: random must be a function that returns numbers in [0, 1), got 42`,
      );
      expect(() => call(view, random, { fan: { in: 2 } })).to.throw(
        RangeError,
        `${name}: fan.in must be an integer from -2 to 1, got 2`,
      );
    });
  }
});
