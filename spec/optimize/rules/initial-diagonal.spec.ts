/** The diagonal from which lbfgs estimates the inverse Hessian. */
import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import { lbfgs, type LbfgsOptions } from "ndarray-params/optimize";
import { itRefuses } from "../../support/refuses.ts";
import { quadratic, rosenbrock, type Problem } from "../support/problems.ts";
import { start } from "../support/runs.ts";

/** f(√D·z) as a function of z, with its gradient √D·∇f. */
const stretched =
  (f: Problem, root: readonly number[]): Problem =>
  (z, g) => {
    const loss = f(
      z.map((v, i) => v * root[i]!),
      g,
    );
    g.forEach((v, i) => (g[i] = v * root[i]!));
    return loss;
  };

/** The points after each of 15 iterations, times a factor for each element. */
function path(
  f: Problem,
  from: readonly number[],
  options: LbfgsOptions<Float64Array>,
  factors: readonly number[] = from.map(() => 1),
): number[][] {
  const flat = Float64Array.from(from);
  const loop = lbfgs(flat, f, options);
  return Array.from({ length: 15 }, () => {
    loop.next();
    return Array.from(flat, (v, i) => v * factors[i]!);
  });
}

// Powers of 4, so that √D is exact and every product with it too.
const diagonals = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 5, maxLength: 5 });

describe("the initialDiagonal of lbfgs", () => {
  it("is scaled by γ = sᵀy/yᵀDy once there is a pair, worked by hand", () => {
    // (u² + 10·v²)/2 from (1, 1) with D = (1, 1/20): the first step leads by -(1, 1/2) to (0, 1/2),
    // so y = -(1, 5), sᵀy = 7/2, yᵀDy = 9/4 and γ = 14/9. The gradient there is (0, 5), and the two
    // loops make (-5/21, 23/42) of it.
    const points: number[][] = [];
    const f: Problem = (x, g) => {
      points.push([...x]);
      g.set([x[0]!, 10 * x[1]!]);
      return (x[0]! * x[0]! + 10 * x[1]! * x[1]!) / 2;
    };
    const loop = lbfgs(Float64Array.of(1, 1), f, { initialDiagonal: Float64Array.of(1, 1 / 20) });
    loop.next();
    loop.next();
    expect(points[1]).to.deep.equal([0, 0.5]);
    expect(points[2]![0]).to.be.closeTo(5 / 21, 1e-15);
    expect(points[2]![1]).to.be.closeTo(-1 / 21, 1e-15);
  });

  it("is a change of variables, to the bit", () => {
    const law = fc.property(diagonals, (exponents) => {
      const root = exponents.map((k) => 2 ** k);
      const diagonal = Float64Array.from(root, (v) => v * v);
      const inX = path(rosenbrock, start, { initialDiagonal: diagonal, memory: 4 });
      const z = start.map((v, i) => v / root[i]!);
      const inZ = path(stretched(rosenbrock, root), z, { initialDiagonal: 1, memory: 4 }, root);
      expect(inX).to.deep.equal(inZ);
    });
    fc.assert(law, { seed: 41, numRuns: 50 });
  });

  it("leads to the minimum of a quadratic at once if it is the inverse of the Hessian", () => {
    const curvatures = [1, 1e-4, 1e4, 3, 2e3];
    const target = [1, -2, 0.5, 3, -1];
    const f = quadratic(curvatures, target);
    const inverse = Float64Array.from(curvatures, (v) => 1 / v);
    for (const initialDiagonal of [
      inverse,
      ndarray(inverse.toReversed(), [5], [-1], 4),
      {
        *[Symbol.iterator]() {
          for (;;) yield inverse;
        },
      },
    ]) {
      const flat = new Float64Array(5);
      const loop = lbfgs(flat, f, { initialDiagonal });
      const { evaluations, stepLength } = loop.next().value;
      expect([evaluations, stepLength]).to.deep.equal([2, 1]);
      flat.forEach((v, i) => expect(v).to.be.closeTo(target[i]!, 1e-12));
    }
  });

  it("as a number sets the first step alone, since the next ones are scaled", () => {
    const flat = Float64Array.of(3, -4);
    const loop = lbfgs(flat, quadratic([1, 1], [0, 0]), { initialDiagonal: 0.25 });
    expect(loop.next().value.stepLength).to.be.above(0);
    const ratio = flat[0]! / 3; // the step goes along -¼·g, tried at its full length
    expect(flat[1]! / -4).to.be.closeTo(ratio, 1e-15);
    loop.next();
    flat.forEach((v) => expect(v).to.be.closeTo(0, 1e-12));
  });

  it("continues bit for bit, also as a series", () => {
    const inverse = Float64Array.of(0.01, 0.02, 0.005, 0.01, 0.02);
    const series = {
      *[Symbol.iterator]() {
        for (let i = 1; ; i++) yield inverse.map((v) => v * (1 + 1 / i));
      },
    };
    for (const initialDiagonal of [inverse, series]) {
      const options = { initialDiagonal, memory: 3 };
      const whole = path(rosenbrock, start, options);
      const flat = Float64Array.from(start);
      const first = lbfgs(flat, rosenbrock, options);
      for (let i = 0; i < 6; i++) first.next();
      const { state } = first.next().value;
      expect([...flat]).to.deep.equal(whole[6]);
      const second = lbfgs(flat, rosenbrock, { ...options, state: structuredClone(state) });
      for (let i = 7; i < 15; i++) {
        second.next();
        expect([...flat]).to.deep.equal(whole[i]);
      }
    }
  });

  const flat = new Float64Array(2);
  const given = (initialDiagonal: unknown) => () =>
    lbfgs(flat, quadratic([1, 1], [1, 1]), { initialDiagonal: initialDiagonal as number }).next();
  itRefuses([
    [
      "an element of 0",
      given(Float64Array.of(1, 0)),
      RangeError,
      "lbfgs: initialDiagonal must be above 0 and finite, got 0 at element 1",
    ],
    [
      "a negative number",
      given(-1),
      RangeError,
      "lbfgs: initialDiagonal must be above 0 and finite, got -1",
    ],
    [
      "a diagonal of another size",
      given(new Float64Array(3)),
      RangeError,
      "lbfgs: flat has 2 elements, initialDiagonal has 3",
    ],
    [
      "bounds beside it",
      () => lbfgs(flat, quadratic([1, 1], [1, 1]), { initialDiagonal: 1, bounds: { lower: 0 } }),
      TypeError,
      "lbfgs: bounds cannot be combined with initialDiagonal",
    ],
  ]);
});
