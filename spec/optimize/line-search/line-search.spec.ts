/** Counts the evaluations of lbfgs and conjugateGradient on published problems, next to SciPy's. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { conjugateGradient, converged, lbfgs } from "ndarray-params/optimize";
import { hardProblems } from "../support/hard-problems.ts";
import { problems } from "../support/more-garbow-hillstrom.ts";
import { quadratic, rosenbrock, type Problem } from "../support/problems.ts";

interface Solution {
  readonly evaluations: number;
  readonly loss: number;
  readonly gradient: number;
}

const { runs } = JSON.parse(
  readFileSync(new URL("../../fixtures/optimize-scipy.json", import.meta.url), "utf8"),
) as { runs: Record<string, Record<"L-BFGS-B" | "CG", Solution>> };

const tolerance = 1e-8;

describe("the problems of Moré, Garbow and Hillstrom, and the harder ones,", () => {
  for (const { name, start, objective } of [...problems, ...hardProblems]) {
    it(`${name} has the gradient that central differences give`, () => {
      const x = Float64Array.from(start, (v, i) => v + 0.013 * (i + 1));
      const g = new Float64Array(x.length);
      const away = new Float64Array(x.length);
      const scale = Math.max(1, objective(x, g));
      x.forEach((v, i) => {
        const h = 1e-5 * Math.max(1, Math.abs(v));
        x[i] = v + h;
        const right = objective(x, away);
        x[i] = v - h;
        const left = objective(x, away);
        x[i] = v;
        const error = Math.abs((right - left) / (2 * h) - g[i]!);
        expect(error).to.be.below(1e-6 * Math.max(1, Math.abs(g[i]!)) + 1e-10 * scale);
      });
    });
  }
});

for (const { name, rule, scipy, unsolved } of [
  { name: "lbfgs", rule: lbfgs, scipy: "L-BFGS-B", unsolved: [] },
  // Watson 9 has a condition of 1e9. SciPy's conjugate gradients do not solve it either.
  { name: "conjugateGradient", rule: conjugateGradient, scipy: "CG", unsolved: ["Watson 9"] },
] as const) {
  describe(name, () => {
    const counts = new Map<string, number>();

    for (const { name: problem, start, objective, minima } of problems) {
      if ((unsolved as readonly string[]).includes(problem)) continue;
      it(`solves ${problem} to a published minimum`, () => {
        const stop = converged(tolerance);
        for (const info of rule(Float64Array.from(start), objective)) {
          if (info.iteration > 5000) break;
          if (!stop(info)) continue;
          counts.set(problem, info.evaluations);
          const near = minima.some((m) => Math.abs(info.loss - m) <= 1e-5 * m + 1e-8);
          expect(near, `${info.loss}`).to.equal(true);
          return;
        }
        expect.fail("not solved");
      });
    }

    const total = (names: readonly string[]): [ours: number, theirs: number] => [
      names.reduce((sum, problem) => sum + counts.get(problem)!, 0),
      names.reduce((sum, problem) => sum + runs[problem]![scipy].evaluations, 0),
    ];

    it("takes no more evaluations than SciPy on the problems that both solve", () => {
      const both = [...counts.keys()].filter((p) => runs[p]![scipy].gradient <= tolerance);
      const [ours, theirs] = total(both);
      expect(both).to.have.length.at.least(26);
      expect(ours).to.be.at.most(theirs);
    });

    it("takes no more evaluations than SciPy on Rosenbrock's function, n = 2, 4, 10, 100", () => {
      const [ours, theirs] = total([2, 4, 10, 100].map((n) => `Rosenbrock ${n}`));
      expect(ours).to.be.at.most(theirs);
    });

    it("ends by itself when no step lowers the loss", () => {
      const flat = Float64Array.of(1, -2);
      expect([...rule(flat, quadratic([1, 2], [1, -2]))]).to.deep.equal([]);
      const x = Float64Array.from([-1.2, 1]);
      let last = Infinity;
      let kept: { readonly loss: number } = { loss: NaN };
      for (const info of rule(x, rosenbrock)) {
        expect(info.loss).to.be.at.most(last + 1e-10);
        last = info.loss;
        expect(info.iteration).to.be.below(500);
        kept = info;
      }
      expect(kept.loss).to.equal(rosenbrock(x, new Float64Array(2)));
      expect([...x].map((v) => Math.abs(v - 1) < 1e-7)).to.deep.equal([true, true]);
    });

    it("shortens steps to where the objective is not finite", () => {
      const barrier: Problem = (x, g) => {
        g[0] = 1 - 1e-3 / x[0]!;
        return x[0]! > 0 ? x[0]! - 1e-3 * Math.log(x[0]!) : NaN;
      };
      const x = Float64Array.of(0.9);
      const stop = converged();
      for (const info of rule(x, barrier)) if (stop(info)) break;
      expect(x[0]).to.be.closeTo(1e-3, 1e-10);
    });

    it("takes the same path in every unit of the loss", () => {
      const unit = 2 ** 200; // a power of two rounds nothing
      const scaled: Problem = (x, g) => {
        const loss = unit * rosenbrock(x, g);
        g.forEach((v, i) => (g[i] = unit * v));
        return loss;
      };
      const [a, b] = [Float64Array.of(-1.2, 1, 0.5), Float64Array.of(-1.2, 1, 0.5)];
      const [one, other] = [rule(a, rosenbrock), rule(b, scaled)];
      for (let i = 0; i < 25; i++) {
        one.next();
        other.next();
        expect([...b]).to.deep.equal([...a]);
      }
    });

    it("evaluates again if the caller has changed flat", () => {
      const x = Float64Array.of(-1.2, 1);
      const loop = rule(x, rosenbrock);
      for (let i = 0; i < 3; i++) loop.next();
      x[0] = 0.5;
      const before = rosenbrock(x, new Float64Array(2));
      expect(loop.next().value.loss).to.be.below(before);
    });

    it("lands on the minimum of a cubic in its second trial", () => {
      // From 0 the first trial is 1, where the loss is higher. 1 - 6x + 3x² = 0 at (6 - √24)/6.
      const x = Float64Array.of(0);
      const objective: Problem = ([v], g) => {
        g[0] = -1 + 6 * v! - 3 * v! * v!;
        return -v! + 3 * v! * v! - v! ** 3;
      };
      const { value: info } = rule(x, objective).next();
      expect(info.evaluations).to.equal(3);
      expect(x[0]).to.be.closeTo((6 - Math.sqrt(24)) / 6, 1e-15);
      expect(info.stepLength).to.equal(x[0]);
    });

    it("goes on if there is no minimum", () => {
      const x = Float64Array.of(0);
      const losses: number[] = [];
      for (const { loss, iteration } of rule(x, (v, g) => ((g[0] = 1), v[0]!))) {
        losses.push(loss);
        if (iteration === 3) break;
      }
      expect(losses).to.deep.equal(losses.toSorted((a, b) => b - a));
      expect(losses).to.have.length(3);
    });

    it("never goes up, even if the gradient misleads", () => {
      // The slope has the wrong sign: no direction leads down, and nothing is changed.
      const flat = Float64Array.of(3);
      const objective: Problem = (x, g) => {
        g[0] = -x[0]!;
        return (x[0]! * x[0]!) / 2;
      };
      expect([...rule(flat, objective)]).to.deep.equal([]);
      expect([...flat]).to.deep.equal([3]);
    });
  });
}

describe("lbfgs", () => {
  it("keeps its pairs if the last step shows no curvature", () => {
    // Huber's function: x²/2 for x ≥ 1, and a line below. The first step leads from 5 to 4, and the
    // curvature 1 of that pair leads to 0. From there on the gradient does not change.
    const objective: Problem = ([v], g) => {
      g[0] = v! < 1 ? 1 : v!;
      return v! < 1 ? v! - 0.5 : (v! * v!) / 2;
    };
    const loop = lbfgs(Float64Array.of(5), objective, { memory: 1 });
    loop.next();
    loop.next();
    const pair = { pairs: 2, steps: [Float64Array.of(-4)], changes: [Float64Array.of(-3)] };
    expect(loop.next().value.state).to.deep.equal({ iteration: 3, ...pair });
  });
});
