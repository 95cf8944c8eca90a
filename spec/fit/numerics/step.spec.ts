/** The step in a box, by the conditions that only the minimum of a convex problem meets. */
import { expect } from "chai";
import { openFactor } from "../../../lib/fit/factor/factor-residuals.ts";
import { openDampedStep } from "../../../lib/fit/step/damped-step.ts";
import { findDamping, leastDamping } from "../../../lib/fit/step/find-damping.ts";
import { relativeOffset } from "../../../lib/fit/step/relative-offset.ts";
import { openTrustRegion } from "../../../lib/fit/step/trust-region.ts";
import { stream } from "../../../lib/initialize/stream.ts";

/** A drawn problem; some elements are fixed, some lie on a bound, some have none. */
function draw(m: number, n: number, seed: string) {
  const random = stream(seed);
  const numbers = (size: number) => Float64Array.from({ length: size }, () => 2 * random() - 1);
  const [j, r] = [numbers(m * n), numbers(m).map((v) => 3 * v)];
  const factor = openFactor(m, n);
  factor.take({ data: j, offset: 0, rowStride: n, columnStride: 1 }, r);
  const scale = numbers(n).map((v) => 1 + Math.abs(v));
  const side = (): number => {
    const kind = random();
    return kind < 0.2 ? 0 : kind < 0.8 ? random() / 2 : Infinity;
  };
  const lower = Float64Array.from({ length: n }, () => 0 - side());
  const upper = Float64Array.from({ length: n }, side);
  const gradient = Float64Array.from({ length: n }, (_, k) => {
    let sum = 0;
    for (let i = 0; i < m; i++) sum += j[i * n + k]! * r[i]!;
    return sum;
  });
  const active = gradient.map((slope, k) => {
    if (lower[k] === upper[k]) return slope > 0 ? -1 : 1;
    return (slope > 0 && lower[k] === 0) || (slope < 0 && upper[k] === 0) ? -Math.sign(slope) : 0;
  });
  const problem = { triangle: factor.triangle, scale, lower, upper };
  /** The gradient of ½‖J·d + r‖² + ½λ‖D·d‖². */
  const slopesAt = (d: Float64Array, lambda: number): Float64Array => {
    const left = r.map((v, i) => d.reduce((sum, dk, k) => sum + j[i * n + k]! * dk, v));
    return gradient.map((_, k) => {
      let sum = lambda * scale[k]! * scale[k]! * d[k]!;
      for (let i = 0; i < m; i++) sum += j[i * n + k]! * left[i]!;
      return sum;
    });
  };
  return { problem, gradient, active: Int8Array.from(active), slopesAt, m, n, r, j };
}

const sizes = Array.from({ length: 60 }, (_, i) => [3 + (i % 9) * 2, 1 + (i % 7)] as const);

describe("the damped step in a box", () => {
  for (const [i, [m, n]] of sizes.entries()) {
    const { problem, active, slopesAt } = draw(m, n, `step ${i}`);
    const { lower, upper } = problem;
    it(`is the minimum that Kuhn and Tucker know, problem ${i}`, () => {
      const damped = openDampedStep(problem);
      for (const lambda of [1e-3, 0.1, 10]) {
        damped.solve(lambda, active);
        const { step, walls } = damped;
        slopesAt(step, lambda).forEach((slope, k) => {
          expect(step[k]).to.be.within(lower[k]!, upper[k]!);
          if (lower[k] === upper[k]) return;
          if (walls[k] === 0) expect(slope).to.be.closeTo(0, 1e-11);
          else {
            expect(step[k]).to.equal(walls[k]! < 0 ? lower[k] : upper[k]);
            expect(slope * walls[k]!).to.be.below(1e-11);
          }
        });
      }
    });

    it(`has the length of the radius, or is whole, problem ${i}`, () => {
      const damped = openDampedStep(problem);
      const { gradient } = draw(m, n, `step ${i}`);
      const projected = gradient.map((slope, k) => (active[k] === 0 ? slope : 0));
      const point = { gradient: projected, scale: problem.scale, active };
      const least = leastDamping(problem.triangle, problem.scale, m);
      damped.solve(least, active);
      const whole = damped.length();
      for (const part of [1e-6, 0.01, 0.3, 0.9, 2]) {
        const radius = part * whole;
        const lambda = findDamping(damped, point, radius, 0, least);
        if (lambda === least) expect(damped.length()).to.be.at.most(1.1 * radius);
        else expect(damped.length()).to.be.within(0.89 * radius, 1.11 * radius);
      }
    });
  }

  it("leaves a wall that it met on its way, if the minimum is elsewhere", () => {
    // ½(d₀ + d₁ - 4)² + ½(d₀ - d₁/8 - 3)² in 0 ≤ d ≤ (1, 8): the walk meets d₀ = 1 first.
    const factor = openFactor(2, 2);
    const j = Float64Array.of(1, 1, 1, -0.125);
    factor.take({ data: j, offset: 0, rowStride: 2, columnStride: 1 }, Float64Array.of(-4, -3));
    const problem = {
      triangle: factor.triangle,
      scale: Float64Array.of(1, 1),
      lower: Float64Array.of(0, 0),
      upper: Float64Array.of(1, 8),
    };
    const damped = openDampedStep(problem);
    damped.solve(0, new Int8Array(2));
    // With d₀ = 1: (d₁ - 3) + (d₁/8 + 2)/8 = 0, so d₁ = 2.75/(1 + 1/64).
    expect(damped.step[0]).to.equal(1);
    expect(damped.step[1]).to.be.closeTo(2.75 / (1 + 1 / 64), 1e-14);
  });

  it("takes the direction that a Jacobian determines, if it is not of full rank", () => {
    const factor = openFactor(2, 2);
    const j = Float64Array.of(1, 1, 2, 2);
    factor.take({ data: j, offset: 0, rowStride: 2, columnStride: 1 }, Float64Array.of(-3, -6));
    const problem = {
      triangle: factor.triangle,
      scale: Float64Array.of(1, 1),
      lower: Float64Array.of(-Infinity, -Infinity),
      upper: Float64Array.of(Infinity, Infinity),
    };
    const least = leastDamping(problem.triangle, problem.scale, 2);
    expect(least).to.be.above(0);
    const damped = openDampedStep(problem);
    damped.solve(least, new Int8Array(2));
    expect(damped.step[0]).to.be.closeTo(1.5, 1e-7); // the shortest of all that add up to 3
    expect(damped.step[1]).to.be.closeTo(1.5, 1e-7);
  });
});

describe("the trust region", () => {
  const factor = openFactor(1, 1);
  factor.take(
    { data: Float64Array.of(2), offset: 0, rowStride: 1, columnStride: 1 },
    Float64Array.of(8),
  );
  const problem = {
    triangle: factor.triangle,
    scale: Float64Array.of(2),
    lower: Float64Array.of(-Infinity),
    upper: Float64Array.of(Infinity),
  };
  const point = {
    gradient: Float64Array.of(16),
    scale: problem.scale,
    active: new Int8Array(1),
  };
  // The whole step is -4, of the length 8, and takes away all of the loss of 32.
  function proposed(radius: number, isFirst = false) {
    const memory = { radius, damping: 0, hidden: 0 };
    const region = openTrustRegion(problem, memory);
    return { memory, region, predicted: region.propose(point, 0, isFirst) };
  }

  it("predicts what J says of the whole step, and doubles the radius to it", () => {
    const { memory, region, predicted } = proposed(20);
    expect(predicted).to.be.closeTo(32, 1e-13);
    expect([region.step[0], region.isWhole]).to.deep.equal([-4, true]);
    expect(region.judge(16)).to.be.closeTo(0.5, 1e-15);
    expect(memory.radius).to.be.closeTo(16, 1e-14);
  });

  it("is at first no larger than the first step", () => {
    expect(proposed(20, true).memory.radius).to.be.closeTo(8, 1e-14);
  });

  // Of a step shortened to about 4: slope -32 per whole length, so a rise of a has its parabola's
  // minimum at slope/(2·(slope - a)).
  const shortened: [name: string, actual: number, part: (slope: number) => number][] = [
    ["halves it for a step that brings too little", 1, () => 0.5],
    ["shrinks it to the minimum of a parabola", -30, (slope) => slope / (2 * (slope - 30))],
    ["shrinks it to a tenth at most", -1e9, () => 0.1],
    ["shrinks it to a tenth of a step that cannot be evaluated", NaN, () => 0.1],
  ];
  for (const [name, actual, part] of shortened) {
    it(name, () => {
      const { memory, region } = proposed(4);
      expect(region.isWhole).to.equal(false);
      const { damping } = memory;
      const slope = region.step[0]! * 16;
      region.judge(actual);
      expect(memory.radius).to.be.closeTo(4 * part(slope), 1e-12);
      expect(memory.damping).to.be.closeTo(damping / part(slope), 1e-12 * damping);
    });
  }

  it("keeps it for a fair step, and doubles it for a good one", () => {
    const fair = proposed(4);
    fair.region.judge(0.5 * fair.predicted);
    expect(fair.memory.radius).to.equal(4);
    const good = proposed(4);
    good.region.judge(0.9 * good.predicted);
    expect(good.memory.radius).to.be.closeTo(8, 0.9);
  });
});

describe("the relative offset", () => {
  const triangle = (reach: number, rest: number) => ({
    at: Float64Array.of(1, reach, 0, rest),
    width: 2,
  });

  it("is the reachable part of r over the other one, by degrees of freedom", () => {
    expect(relativeOffset(triangle(3, 2), 1, 5)).to.equal(3 / (2 / 2));
  });

  it("is NaN without degrees of freedom, and 0 without free elements", () => {
    expect(relativeOffset(triangle(3, 2), 1, 1)).to.be.NaN;
    expect(relativeOffset({ at: Float64Array.of(2), width: 1 }, 0, 5)).to.equal(0);
  });
});
