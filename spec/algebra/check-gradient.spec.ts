import { expect } from "chai";
import ndarray from "ndarray";
import {
  checkGradient,
  emptyWithViews,
  flatFunction,
  layoutOf,
  type FlatData,
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
    const { path, label, analytic, numeric } = check;
    expect([path, label]).to.deep.equal(["b", "b[1]"]);
    expect(analytic).to.equal(-8 * Math.cos(-0.7));
    expect(numeric).to.be.closeTo(8 * Math.cos(-0.7), 1e-8);
    // |-a - a| / |f|: the loss, 11.7, is larger than the slope.
    const loss = sines(typed, new Float64Array(8));
    expect(check.worst).to.be.closeTo((16 * Math.cos(0.7)) / Math.abs(loss), 1e-4);
    expect(check.leaves.map((leaf) => leaf.label)).to.deep.equal(["w[1,1]", "b[1]"]);
  });

  it("measures a slope that is small beside the loss by the loss", () => {
    const tall = (flat: Float64Array, gradient: Float64Array): number => {
      gradient.set([1, 0.5]);
      return 1000 + flat[0]! + flat[1]!;
    };
    // |0.5 - 1| / (|f| / |x|) with f = 1005 and x = 4.
    const { worst, label } = checkGradient(tall, Float64Array.of(1, 4), [2]);
    expect([label, worst.toPrecision(4)]).to.deep.equal([
      "0[1]",
      (0.5 / (1005 / 4)).toPrecision(4),
    ]);
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

  it("of no elements finds nothing", () => {
    expect(checkGradient(() => 1, [], {})).to.deep.equal({
      path: "",
      label: "",
      worst: 0,
      analytic: 0,
      numeric: 0,
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
      "a loss that is not a number",
      () => checkGradient(() => undefined as never, [1], [1]),
      TypeError,
      "checkGradient: the objective must return a number, got undefined",
    ],
  ]);
});
