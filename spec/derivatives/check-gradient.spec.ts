import { expect } from "chai";
import ndarray from "ndarray";
import {
  checkGradient,
  emptyWithViews,
  flatFunction,
  layoutOf,
  type FlatData,
  type GradientCheck,
} from "ndarray-params";
import { itRefuses } from "../support/refuses.ts";

type Flat = { get: (i: number) => number; set: (i: number, x: number) => void };

/** Arrays and ndarrays alike. */
const accessor = (flat: FlatData | ndarray.NdArray<FlatData>): Flat =>
  "shape" in flat
    ? { get: (i) => flat.get(i), set: (i, x) => void flat.set(i, x) }
    : { get: (i) => flat[i]!, set: (i, x) => (flat[i] = x) };

/** f = Σᵢ (i+1)·sin(xᵢ) + x₀·x₁, ∂f/∂xᵢ = (i+1)·cos(xᵢ) and the product's. */
function sines(flat: FlatData | ndarray.NdArray<FlatData>, gradient: typeof flat): number {
  const [x, g] = [accessor(flat), accessor(gradient)];
  let loss = x.get(0) * x.get(1);
  for (let i = 0; i < 8; i++) {
    loss += (i + 1) * Math.sin(x.get(i));
    g.set(i, (i + 1) * Math.cos(x.get(i)));
  }
  g.set(0, g.get(0) + x.get(1));
  g.set(1, g.get(1) + x.get(0));
  return loss;
}

const template = { w: [3, 2], none: [0], b: 2 } as const;
const start = [0.3, -0.2, 1.1, 0, -2, 4, 1e-3, -0.7];
const typed = Float64Array.from(start);

const flats: [name: string, flat: FlatData | ndarray.NdArray<FlatData>, bound: number][] = [
  ["a Float64Array", Float64Array.from(start), 1e-9],
  ["a Float32Array", Float32Array.from(start), 1e-3],
  ["a plain Array", [...start], 1e-9],
  ["a stepped plain Array", ndarray(Array<number>(16).fill(0), [8], [2], 1), 1e-9],
  ["an ndarray of stride -2", ndarray(new Float64Array(16), [8], [-2], 15), 1e-9],
];

describe("checkGradient", () => {
  for (const [name, flat, bound] of flats) {
    it(`passes the right gradient of ${name}, and gives the flat back to the bit`, () => {
      const access = accessor(flat);
      start.forEach((x, i) => access.set(i, x));
      const before = start.map((_, i) => access.get(i));
      const { worst, leaves } = checkGradient(sines, flat, template);
      expect(worst).to.be.below(bound);
      expect(leaves.map(({ path }) => path)).to.deep.equal(["w", "b"]);
      expect(start.map((_, i) => access.get(i))).to.deep.equal(before);
    });
  }

  it("names the element that is wrong, of all and of each leaf", () => {
    const wrong = (flat: Float64Array, gradient: Float64Array): number => {
      const loss = sines(flat, gradient);
      gradient[3]! *= 1.01;
      gradient[7]! *= -1;
      return loss;
    };
    const check = checkGradient(wrong, typed, layoutOf(template));
    const { path, label, analytic, numeric, worst, sure, uncertainty } = check;
    expect([path, label, sure]).to.deep.equal(["b", "b[1]", true]);
    expect(analytic).to.equal(-8 * Math.cos(-0.7));
    expect(numeric).to.be.closeTo(8 * Math.cos(-0.7), uncertainty);
    expect(uncertainty).to.be.within(1e-12, 1e-8);
    expect(worst).to.be.closeTo(2, 1e-8);
    expect(check.leaves.map((leaf) => leaf.label)).to.deep.equal(["w[1,1]", "b[1]"]);
    expect(check.leaves[0]!.worst).to.be.closeTo(0.01 / 1.01, 1e-6);
  });

  it("names the element that it knows least of, if no element is surely wrong", () => {
    // The sum with 1e12 rounds the term of b to multiples of 1e-4.
    const rounded = (flat: Float64Array, gradient: Float64Array): number => {
      gradient.set([Math.cos(flat[0]!), 1, Math.cos(flat[2]!)]);
      return Math.sin(flat[0]!) + (1e12 + flat[1]! - 1e12) + Math.sin(flat[2]!);
    };
    const check = checkGradient(rounded, Float64Array.of(1, 1, 1), { a: [], b: [], c: [] });
    expect([check.label, check.sure]).to.deep.equal(["b", false]);
    expect(check.leaves.map(({ sure }) => sure)).to.deep.equal([true, false, true]);
  });

  describe("of one element", () => {
    /** The report on f and its slope d at x. */
    const at = (
      x: number,
      f: (x: number) => number,
      d: number,
      options?: { readonly typicalSize: number },
    ): GradientCheck =>
      checkGradient(
        (flat: Float64Array, gradient: Float64Array) => {
          gradient[0] = d;
          return f(flat[0]!);
        },
        Float64Array.of(x),
        [1],
        options,
      );

    for (const x of [1e-3, 1e-5, 1e-6, 1e-12]) {
      it(`passes the slope of log x at ${x}, and is sure`, () => {
        expect(at(x, Math.log, 1 / x)).to.deep.include({ worst: 0, sure: true });
        expect(at(x, Math.log, 1.01 / x).worst).to.be.closeTo(0.01 / 1.01, 1e-4);
        expect(at(x, Math.log, 1.01 / x).sure).to.equal(true);
      });
    }

    it("passes (x - 1)² exactly at its minimum", () => {
      const { worst, numeric } = at(1, (x) => (x - 1) ** 2, 0);
      expect([worst, numeric]).to.deep.equal([0, 0]);
    });

    it("finds a slope that is small beside the loss", () => {
      const tall = (x: number): number => 49_861 + 0.01666 * (x - 1);
      expect(at(1, tall, 0.01666)).to.deep.include({ worst: 0, sure: true });
      expect(at(1, tall, 0.0333).worst).to.be.closeTo(0.01664 / 0.0333, 1e-3);
      expect(at(1, tall, 0.0333).sure).to.equal(true);
      expect(at(1, tall, 0).worst).to.be.closeTo(1, 1e-3);
      expect(at(1, tall, 0).sure).to.equal(true);
    });

    /** f as it is left by a sum with 1e12, in multiples of 1e-4. */
    const rounded =
      (f: (x: number) => number) =>
      (x: number): number =>
        1e12 + f(x) - 1e12;

    it("is not sure of a slope that rounding hides, right or wrong", () => {
      for (const d of [Math.cos(1), 1]) {
        const { worst, sure, uncertainty } = at(1, rounded(Math.sin), d);
        expect([worst, sure]).to.deep.equal([0, false]);
        expect(uncertainty).to.be.within(0.5, 100);
      }
    });

    it("takes larger steps for a larger typical size, and sees more", () => {
      const line = rounded((x) => 3 * x);
      expect(at(1, line, 3).sure).to.equal(false);
      expect(at(1, line, 3, { typicalSize: 1e5 })).to.deep.include({ worst: 0, sure: true });
      expect(at(1, line, 3.1, { typicalSize: 1e5 }).sure).to.equal(true);
      expect(at(1, line, 3.1, { typicalSize: 1e5 }).worst).to.be.closeTo(0.1 / 3.1, 1e-3);
    });

    it("does not know an element that is small by chance from one that is 0", () => {
      for (const x of [0, 1e-17, -1e-12, 1e-310]) {
        const check = at(x, (v) => 3 + Math.sin(v), Math.cos(x));
        expect(check).to.deep.include({ worst: 0, sure: true });
        expect(check.uncertainty).to.be.below(1e-5);
        expect(at(x, (v) => 3 + Math.sin(v), 2).sure).to.equal(true);
      }
    });

    it("is sure that a loss does not depend on an element", () => {
      for (const x of [0, 2]) {
        expect(at(x, () => 7, 0)).to.deep.include({ worst: 0, sure: true });
        expect(at(x, () => 7, 1).worst).to.be.closeTo(1, 1e-9);
        expect(at(x, () => 7, 1).sure).to.equal(true);
      }
    });

    it("shows a wrong slope at an edge of the domain, without being sure", () => {
      const check = at(1 - 1e-6, (x) => Math.sqrt(1 - x), -500);
      expect([check.worst, check.sure]).to.deep.equal([Infinity, false]);
    });
  });

  it("is not fooled by the unit of the loss", () => {
    for (const unit of [1e-12, 1, 1e12]) {
      const scaled =
        (factor: number) =>
        (flat: Float64Array, gradient: Float64Array): number => {
          const loss = sines(flat, gradient);
          for (const i of gradient.keys()) gradient[i]! *= unit;
          gradient[6]! *= factor;
          return unit * loss;
        };
      expect(checkGradient(scaled(1), typed, template).worst).to.be.below(1e-9);
      const wrong = checkGradient(scaled(1.001), typed, template);
      expect(wrong.worst).to.be.above(1e-4);
      expect(wrong.label).to.equal("b[0]");
    }
  });

  it("passes at a minimum, with slope and loss 0", () => {
    const square = (flat: Float64Array, gradient: Float64Array): number => {
      gradient[0] = 2 * flat[0]!;
      return flat[0]! ** 2;
    };
    expect(checkGradient(square, new Float64Array(1), [1]).worst).to.equal(0);
  });

  it("is not sure of a slope that is lost because the loss underflows", () => {
    // x² is below the smallest number, and its slope is not.
    const square = (flat: Float64Array, gradient: Float64Array): number => {
      gradient[0] = 2 * flat[0]!;
      return flat[0]! * flat[0]!;
    };
    const { worst, sure } = checkGradient(square, Float64Array.of(1e-300), { x: 1 });
    expect([worst, sure]).to.deep.equal([0, false]);
  });

  it("is sure of a gradient that is forgotten or not finite, and names it", () => {
    const breaks = (flat: Float64Array, gradient: Float64Array): number => {
      const loss = sines(flat, gradient);
      gradient[0]! *= 2;
      gradient[2] = NaN;
      return loss;
    };
    const { label, worst, sure } = checkGradient(breaks, typed, template);
    expect([label, worst, sure]).to.deep.equal(["w[1,0]", Infinity, true]);
    const none = checkGradient(() => 1, typed, template);
    expect([none.label, none.worst, none.sure]).to.deep.equal(["w[0,0]", Infinity, true]);
  });

  it("shows gradients that are forgotten, or added to what solvers leave there", () => {
    const forgets = flatFunction([2, []], ([, s], [, ds]) => (ds.set(1), s.get()), 2);
    const forgotten = checkGradient(forgets, new Float64Array(3), [2, []]);
    expect([forgotten.worst, forgotten.label]).to.deep.equal([Infinity, "0[0]"]);
    expect(forgotten.leaves.map(({ worst }) => worst === Infinity)).to.deep.equal([true, false]);

    const adds = (flat: Float64Array, gradient: Float64Array): number => {
      gradient[0]! += 2 * flat[0]!;
      return flat[0]! ** 2;
    };
    expect(checkGradient(adds, new Float64Array(1), [1]).worst).to.equal(Infinity);
  });

  it("gives a loss that is not finite the error Infinity", () => {
    const log = (flat: Float64Array, gradient: Float64Array): number => {
      gradient[0] = 1 / flat[0]!;
      return Math.log(flat[0]!);
    };
    expect(checkGradient(log, new Float64Array(1), [1]).worst).to.equal(Infinity);
  });

  it("takes 4 evaluations for each element, and one", () => {
    let calls = 0;
    const counted = (flat: Float64Array, gradient: Float64Array): number => {
      calls++;
      return sines(flat, gradient);
    };
    checkGradient(counted, typed, template);
    expect(calls).to.equal(4 * 8 + 1);
  });

  it("takes the typical sizes of a flat, element by element", () => {
    const places: number[][] = [[], []];
    const seen = (flat: Float64Array, gradient: Float64Array): number => {
      gradient.set([1, 1]);
      [0, 1].forEach((i) => places[i]!.push(flat[i]!));
      return flat[0]! + flat[1]!;
    };
    const sizes = ndarray([0, 8, 0, 4], [2], [2], 1);
    checkGradient(seen, Float64Array.of(1, 1), [2], { typicalSize: sizes });
    const reach = places.map((place) => Math.max(...place) - 1);
    expect(reach[0]! / reach[1]!).to.be.closeTo(2, 1e-9);
  });

  it("divides by the step that float32 could store", () => {
    const line = (flat: Float32Array, gradient: Float32Array): number => {
      gradient[0] = 3;
      return 3 * flat[0]!;
    };
    expect(checkGradient(line, Float32Array.of(1.1), [1]).worst).to.be.below(1e-9);
  });

  it("hands over the flat itself and a gradient of its kind", () => {
    const [flat] = emptyWithViews([2], { dtype: "float32" });
    const kinds = new Set<string>();
    checkGradient(
      (own, gradient) => {
        kinds.add(`${own === flat} ${gradient.dtype} ${gradient.shape[0]}`);
        gradient.set(0, 0);
        gradient.set(1, 0);
        return 1;
      },
      flat,
      [2],
    );
    expect([...kinds]).to.deep.equal(["true float32 2"]);
  });

  it("hands over a plain Array as the gradient of a plain Array", () => {
    const seen = new Set<boolean>();
    checkGradient((_: number[], gradient) => Number(!!seen.add(Array.isArray(gradient))), [1], [1]);
    expect([...seen]).to.deep.equal([true]);
  });

  it("of no elements finds nothing", () => {
    expect(checkGradient(() => 1, [], {})).to.deep.equal({
      path: "",
      label: "",
      worst: 0,
      sure: true,
      analytic: 0,
      numeric: 0,
      uncertainty: 0,
      leaves: [],
    });
  });

  it("gives the flat back when the objective throws", () => {
    const flat = Float64Array.of(0.1, 0.2);
    let calls = 0;
    const breaks = (): number => {
      if (++calls === 4) throw new Error("broken");
      return 1;
    };
    expect(() => checkGradient(breaks, flat, [2])).to.throw("broken");
    expect([...flat]).to.deep.equal([0.1, 0.2]);
  });

  itRefuses([
    [
      "a flat with a hole",
      () => checkGradient(() => 1, Array<number>(2), [2]),
      TypeError,
      "checkGradient: flat[0] must be a number, got undefined",
    ],
    [
      "an objective that is not a function",
      () => checkGradient(typed as never, typed, template),
      TypeError,
      "checkGradient: objective must be a function, got a Float64Array",
    ],
    [
      "a flat of another length",
      () => checkGradient(() => 1, [1], [2]),
      RangeError,
      "checkGradient: template needs 2 elements, flat has 1",
    ],
    [
      "a batch",
      () => checkGradient(() => 1, ndarray([1, 2], [1, 2]), [2]),
      RangeError,
      "checkGradient: flat must have rank 1, got rank 2",
    ],
    [
      "integers",
      () => checkGradient(() => 1, new Int32Array(2), [2]),
      TypeError,
      "checkGradient: flat must hold floating-point numbers, got an Int32Array",
    ],
    [
      "an option that it does not know",
      () => checkGradient(() => 1, [1], [1], { typicalsize: 1 } as never),
      RangeError,
      'checkGradient: no option "typicalsize"; its options are typicalSize',
    ],
    [
      "a typical size of 0",
      () => checkGradient(() => 1, [1], [1], { typicalSize: 0 }),
      RangeError,
      "checkGradient: typicalSize must be above 0 and finite, got 0",
    ],
    [
      "a typical size that is no number",
      () => checkGradient(() => 1, [1], [1], { typicalSize: "1" as never }),
      TypeError,
      'checkGradient: typicalSize must be a number, got "1"',
    ],
    [
      "a typical size of an element below 0",
      () => checkGradient(() => 1, [1, 1], [2], { typicalSize: [1, -2] }),
      RangeError,
      "checkGradient: typicalSize[1] must be above 0 and finite, got -2",
    ],
    [
      "a typical size of the first element that is not a number",
      () => checkGradient(() => 1, [1, 1], [2], { typicalSize: [NaN, 1] }),
      RangeError,
      "checkGradient: typicalSize[0] must be above 0 and finite, got NaN",
    ],
    [
      "typical sizes of another length",
      () => checkGradient(() => 1, [1], [1], { typicalSize: [1, 2] }),
      RangeError,
      "checkGradient: template needs 1 elements, typicalSize has 2",
    ],
    [
      "a promise",
      () => checkGradient(() => Promise.resolve(1) as never, [1], [1]),
      TypeError,
      "checkGradient: the objective must return a number, got a Promise",
    ],
    [
      "a loss that is not a number",
      () => checkGradient(() => undefined as never, [1], [1]),
      TypeError,
      "checkGradient: the objective must return a number, got undefined",
    ],
  ]);
});
