/** No rule lets a number of its state or of the flat become infinite. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import {
  adadelta,
  adam,
  adamW,
  gradientDescent,
  lbfgs,
  rmsProp,
  rprop,
  type Info,
} from "ndarray-params/optimize";

type Floats = Float64Array | Float32Array;
type Objective<F> = (flat: F, gradient: F) => number;
type Loop = IterableIterator<Info<never>>;

const template = { hidden: { w: [2, 2] }, b: 2 };
const size = 6;

/** A gradient of ones, and in iteration 4 with `value` at hidden.w[1,0]. */
function spiked(value: number): Objective<Floats> {
  let calls = 0;
  return (_, gradient) => {
    gradient.fill(1);
    if (++calls === 4) gradient[2] = value;
    return 1;
  };
}

/** The numbers of a state. */
const copyOf = (state: object): unknown[] =>
  Object.entries(state).map(([name, entry]: [string, number | Floats | NdArray<Floats>]) => {
    if (typeof entry === "number") return [name, entry];
    return [name, ...("data" in entry ? entry.data : entry)];
  });

/** The message, when a loop is run to its end; its state and its flat are then as before. */
function refusal(loop: Loop, flat: Floats, most = 10): string {
  let state: object = {};
  const before = { flat: flat.slice(), state: copyOf(state) };
  for (let i = 0; i < most; i++) {
    try {
      state = loop.next().value!.state;
      before.flat = flat.slice();
      before.state = copyOf(state);
    } catch (error) {
      expect(error).to.be.instanceOf(RangeError);
      expect(flat).to.deep.equal(before.flat);
      expect(copyOf(state)).to.deep.equal(before.state);
      expect(loop.next().done).to.equal(true);
      return (error as Error).message;
    }
  }
  return "no error";
}

const dtypes = [
  ["float64", () => new Float64Array(size).fill(1), 1e160],
  ["float32", () => new Float32Array(size).fill(1), 1e21],
] as const;

for (const [dtype, make, large] of dtypes) {
  const value = make().fill(large)[0]!;
  describe(`an overflow in ${dtype}`, () => {
    for (const [name, rule, moment] of [
      ["adam", adam, "secondMoment"],
      ["adamW", adamW, "secondMoment"],
      ["rmsProp", rmsProp, "meanSquare"],
      ["adadelta", adadelta, "meanSquare"],
    ] as const) {
      const where = `${name}: in iteration 4 state.${moment} becomes Infinity at`;

      it(`of the squares of ${name} is refused by name, and changes nothing`, () => {
        const flat = make();
        const loop = rule(flat as Float64Array, spiked(value), { template });
        const want = `${where} hidden.w[1,0], where the gradient is ${value}`;
        expect(refusal(loop as Loop, flat)).to.equal(want);
      });

      it(`of the squares of ${name} is refused on a strided flat without a template`, () => {
        const data = new (make().constructor as Float64ArrayConstructor)(2 * size).fill(1);
        const flat = ndarray(data, [size], [-2], 2 * size - 1);
        const spike = spiked(value);
        const own = make() as Float64Array;
        const objective: Objective<NdArray<Float64Array>> = (_, gradient) => {
          const loss = spike(own, own);
          own.forEach((v, i) => gradient.set(i, v));
          return loss;
        };
        const want = `${where} element 2, where the gradient is ${value}`;
        expect(refusal(rule(flat, objective) as Loop, data)).to.equal(want);
      });
    }

    for (const [name, rule] of [
      ["adam", adam],
      ["rmsProp", rmsProp],
      ["adadelta", adadelta],
    ] as const) {
      it(`of the squares of ${name} takes the step of its momentum back`, () => {
        const flat = make();
        const loop = rule(flat as Float64Array, spiked(value), { momentum: 0.9 });
        expect(refusal(loop as Loop, flat)).to.match(/^\w+: in iteration 4 .* at element 2/);
      });
    }

    it("of a step of gradientDescent is refused", () => {
      for (const nesterov of [false, true]) {
        const flat = make();
        const most = make().fill(dtype === "float64" ? 1e308 : 3e38)[0]!;
        const options = { stepRate: 10, momentum: 0.5, nesterov };
        const loop = gradientDescent(flat as Float64Array, spiked(most), options);
        expect(refusal(loop as Loop, flat)).to.equal(
          `gradientDescent: in iteration 4 state.step becomes Infinity at element 2, where the gradient is ${most}`,
        );
      }
    });

    it("of the flat is refused: weights that grow instead of decaying", () => {
      const flat = make();
      const options = { stepRate: 1, weightDecay: Float64Array.of(0, 0, 0, 0, 0, 1e30), template };
      const loop = adamW(flat as Float64Array, (_, gradient) => (gradient.fill(0), 0), options);
      const [iteration, sign] = dtype === "float64" ? [11, "-"] : [2, ""];
      expect(refusal(loop as Loop, flat, 20)).to.equal(
        `adamW: in iteration ${iteration} flat becomes ${sign}Infinity at b[1], where the gradient is 0`,
      );
    });

    it("of rmsProp's own step rates is refused", () => {
      const flat = make();
      const options = { adaptStepRate: 0.9 };
      const loop = rmsProp(flat as Float64Array, spiked(1), options);
      expect(refusal(loop as Loop, flat, 2000)).to.match(
        /^rmsProp: in iteration \d+ state\.\w+ becomes Infinity at element 0, where the/,
      );
    });

    it("of adadelta's steps is refused", () => {
      const flat = make();
      const loop = adadelta(flat as Float64Array, spiked(1), { stepRate: 1e12 });
      expect(refusal(loop as Loop, flat, 100)).to.match(
        /^adadelta: in iteration \d+ state\.meanSquareStep becomes Infinity at element 0, where/,
      );
    });

    it("of adadelta's steps is refused where they grow from small ones", () => {
      // With γ near 1 and a tiny ε, s grows by α² in each iteration, from 1e-20 on.
      const options = { stepRate: 1e5, decay: 1 - 1e-6, epsilon: 1e-30 };
      for (const more of [{}, { momentum: 0.5 }]) {
        const flat = make();
        const loop = adadelta(flat as Float64Array, spiked(1), { ...options, ...more });
        expect(refusal(loop as Loop, flat, 100)).to.match(
          /^adadelta: in iteration \d+ state\.meanSquareStep becomes Infinity at element 0, where/,
        );
      }
    });

    for (const [rule, options, what] of [
      [adam, {}, "flat becomes -Infinity"],
      [adam, { momentum: 0.5 }, "state.step becomes Infinity"],
      [adamW, { weightDecay: 0 }, "flat becomes -Infinity"],
      [rmsProp, {}, "flat becomes -Infinity"],
      [rmsProp, { momentum: 0.5 }, "state.step becomes Infinity"],
    ] as const) {
      it(`of two steps of ${rule.name}, each nearly the largest number, is refused with ${JSON.stringify(options)}`, () => {
        const flat = make();
        const long =
          dtype === "float64"
            ? { stepRate: 1.5e308, epsilon: 1e-170 }
            : { stepRate: 3e38, epsilon: 1e-60 };
        const loop = rule(flat as Float64Array, spiked(1), { ...long, ...options });
        expect(refusal(loop as Loop, flat)).to.equal(
          `${rule.name}: in iteration 2 ${what} at element 0, where the gradient is 1`,
        );
      });
    }

    it("of a size of rprop's steps is refused", () => {
      const flat = make();
      const options = { growStep: 1e100, maxStep: 1e308, initialStep: 1 };
      const loop = rprop(flat as Float64Array, spiked(1), options);
      const what =
        dtype === "float64" ? "flat becomes -Infinity" : "state.stepSize becomes Infinity";
      expect(refusal(loop as Loop, flat, 10)).to.match(
        new RegExp(`^rprop: in iteration \\d+ ${what} at element 0`),
      );
    });

    it("after a state with a large step is refused", () => {
      const flat = make().fill(dtype === "float64" ? -1.7e308 : -3.3e38);
      const state = { iteration: 7, step: make().fill(dtype === "float64" ? 1e308 : 3e38) };
      const options = { state, momentum: 0.9 };
      const loop = gradientDescent(flat as Float64Array, spiked(1), options);
      expect(refusal(loop as Loop, flat)).to.equal(
        "gradientDescent: in iteration 8 flat becomes -Infinity at element 0, where the gradient is 1",
      );
    });

    it("is not seen in a large gradient that overflows nothing", () => {
      const flat = make();
      const loop = gradientDescent(flat as Float64Array, spiked(value), { stepRate: 0.5 });
      for (let i = 0; i < 6; i++) loop.next();
      const want = make().fill(-2);
      want[2] = make().fill(-0.5 - 0.5 * value)[0]! - 1;
      expect(flat).to.deep.equal(want);
      const sum = make().fill(dtype === "float64" ? 1.5e308 : 3e38);
      const next = gradientDescent(flat as Float64Array, (_, g) => (g.set(sum), 0), {});
      next.next();
      expect([...flat].every(Number.isFinite)).to.equal(true);
    });
  });
}

describe("an overflow of steps that the bias correction lengthens", () => {
  for (const [rule, options] of [
    [adam, {}],
    [adamW, { weightDecay: 0 }],
  ] as const) {
    it(`is refused by ${rule.name}`, () => {
      // β₁ is the largest number below 1, and ε is small beside the root of the mean square, so a step is
      // nearly α, the second one too.
      const flat = Float32Array.of(1);
      const loop = rule(flat, (_, gradient) => (gradient.fill(1e13), 0), {
        ...options,
        stepRate: 3e38,
        beta1: 1 - 2 ** -53,
        epsilon: 1e10,
      });
      expect(refusal(loop as Loop, flat)).to.match(/: in iteration 2 flat becomes -Infinity at/);
    });
  }
});

describe("a search along an infinite direction", () => {
  it("is given up for the steepest descent", () => {
    const flat = Float32Array.of(3, -2);
    const seen: number[] = [];
    const objective = (x: Float32Array, g: Float32Array): number => {
      seen.push(...x);
      g.set(x);
      return (x[0]! * x[0]! + x[1]! * x[1]!) / 2;
    };
    const [steps, changes] = [[Float32Array.of(1e30, 0)], [Float32Array.of(1e-30, 0)]];
    const state = { iteration: 1, pairs: 1, steps, changes };
    const loop = lbfgs(flat, objective, { memory: 1, state });
    for (let i = 0; i < 5; i++) loop.next();
    expect(seen.every(Number.isFinite)).to.equal(true);
    expect(Math.hypot(...flat)).to.be.below(1e-6);
  });

  it("does not reach infinity where the loss falls for ever", () => {
    const flat = Float32Array.of(3);
    const seen: number[] = [];
    const falling = (x: Float32Array, g: Float32Array): number => {
      seen.push(x[0]!);
      g.fill(-1);
      return -x[0]!;
    };
    const [steps, changes] = [[Float32Array.of(1e19)], [Float32Array.of(1e-19)]];
    const state = { iteration: 1, pairs: 1, steps, changes };
    const loop = lbfgs(flat, falling, { memory: 1, state });
    loop.next();
    expect(flat[0]).to.be.above(1e38);
    expect(seen.every(Number.isFinite)).to.equal(true);
    expect(Number.isFinite(flat[0])).to.equal(true);
  });
});
