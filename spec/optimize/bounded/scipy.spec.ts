/** Counts the evaluations of lbfgs on problems with bounds, next to SciPy's L-BFGS-B. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { lbfgs } from "ndarray-params/optimize";
import { projectedGradient } from "../../../lib/optimize/bounded/feasible.ts";
import { problems, type BoundedProblem } from "../support/bounded-problems.ts";
import type { Problem } from "../support/problems.ts";

interface Solution {
  readonly evaluations: number;
  readonly loss: number;
  readonly gradient: number;
}

const { runs } = JSON.parse(
  readFileSync(new URL("../../fixtures/bounded-scipy.json", import.meta.url), "utf8"),
) as { runs: Record<string, Record<string, Solution>> };

const tolerance = 1e-8;
const memories = [10, 20];

/** The objective, which refuses a point outside the bounds. */
const guarded =
  ({ objective, lower, upper, name }: BoundedProblem): Problem =>
  (x, g) => {
    const bad = x.findIndex((v, i) => !(v >= lower[i]! && v <= upper[i]!));
    if (bad !== -1) throw new Error(`${name}: element ${bad} is ${x[bad]}`);
    return objective(x, g);
  };

const open = (problem: BoundedProblem, memory: number) => {
  const [lower, upper] = [Float64Array.from(problem.lower), Float64Array.from(problem.upper)];
  const x = Float64Array.from(problem.start);
  const loop = lbfgs(x, guarded(problem), { memory, bounds: { lower, upper } });
  return { x, bounds: { lower, upper }, loop };
};

function runToTheEnd(problem: BoundedProblem) {
  const { x, bounds, loop } = open(problem, 20);
  let lowest = Infinity;
  for (const { loss, iteration } of loop) {
    lowest = Math.min(lowest, loss);
    expect(iteration).to.be.below(500);
  }
  return { x, bounds, lowest, end: loop.end! };
}

const ended = new Map<string, ReturnType<typeof runToTheEnd>>();

/** The run to the end of a problem, which two laws look at. */
function endOf(problem: BoundedProblem) {
  const run = ended.get(problem.name) ?? runToTheEnd(problem);
  ended.set(problem.name, run);
  return run;
}

describe("the problems with bounds", () => {
  for (const { name, objective, start, lower, upper } of problems) {
    it(`${name} has the gradient that central differences give`, () => {
      const x = Float64Array.from(start, (v, i) => {
        const [low, high] = [Math.max(lower[i]!, v - 1), Math.min(upper[i]!, v + 1)];
        return v + 0.03 * ((low + high) / 2 - v) + 1e-3 * Math.sign(low + high - 2 * v);
      });
      const g = new Float64Array(x.length);
      const away = new Float64Array(x.length);
      const scale = Math.max(1, Math.abs(objective(x, g)));
      x.forEach((v, i) => {
        const h = 1e-5 * Math.min(1, Math.abs(v) + 1e-3);
        x[i] = v + h;
        const right = objective(x, away);
        x[i] = v - h;
        const left = objective(x, away);
        x[i] = v;
        const error = Math.abs((right - left) / (2 * h) - g[i]!);
        expect(error).to.be.below(1e-5 * Math.max(1, Math.abs(g[i]!)) + (1e-14 * scale) / h);
      });
    });
  }

  it("start on a bound, end on one, and end on none", () => {
    const isOn = ({ lower, upper }: BoundedProblem, x: ArrayLike<number>): boolean =>
      Array.from(x).some((v, i) => v === lower[i] || v === upper[i]);
    expect(problems.filter((each) => isOn(each, each.start)).length).to.be.at.least(10);
    const solutions = problems.map((each) => isOn(each, endOf(each).x));
    expect(solutions.filter((on) => on).length).to.be.at.least(20);
    expect(solutions.filter((on) => !on).length).to.be.at.least(5);
  });
});

describe("lbfgs with bounds", () => {
  const counts = new Map<string, number>();

  for (const memory of memories) {
    for (const problem of problems) {
      const { name } = problem;
      it(`solves ${name} within the bounds, memory ${memory}`, () => {
        const { x, bounds, loop } = open(problem, memory);
        for (const { gradient, evaluations, loss, iteration, active } of loop) {
          if (iteration > 1000) break;
          if (projectedGradient(x, gradient, bounds) > tolerance) continue;
          counts.set(`${name} ${memory}`, evaluations);
          const theirs = runs[name]![`memory ${memory}`]!;
          if (theirs.gradient <= tolerance) {
            expect(loss).to.be.closeTo(theirs.loss, 1e-7 * Math.abs(theirs.loss) + 1e-13);
          } else expect(loss).to.be.at.most(theirs.loss * (1 + Math.sign(theirs.loss) * 1e-12));
          active.forEach((side, i) => {
            const on = side < 0 ? bounds.lower[i] : side > 0 ? bounds.upper[i] : undefined;
            if (on === undefined) {
              expect(x[i]! > bounds.lower[i]! && x[i]! < bounds.upper[i]!).to.equal(true);
            } else expect(x[i]).to.equal(on);
          });
          return;
        }
        expect.fail("not solved");
      });
    }
  }

  it("takes no more evaluations than SciPy in total, with a memory of 20 and of 10", () => {
    let [ours, theirs] = [0, 0];
    for (const memory of memories) {
      const both = problems
        .map(({ name }) => name)
        .filter((name) => runs[name]![`memory ${memory}`]!.gradient <= tolerance);
      expect(both).to.have.length.at.least(25);
      for (const name of both) {
        ours += counts.get(`${name} ${memory}`)!;
        theirs += runs[name]![`memory ${memory}`]!.evaluations;
      }
    }
    expect(ours).to.be.at.most(theirs);
  });

  for (const problem of problems) {
    it(`ends by itself on ${problem.name}, at its best point`, () => {
      const { x, bounds, lowest, end } = endOf(problem);
      expect(end.reason).to.be.oneOf(["zero gradient", "no lower point", "out of range"]);
      expect(end.loss).to.be.at.most(lowest + 1e-12 * Math.abs(lowest));
      const g = new Float64Array(x.length);
      expect(problem.objective(x, g)).to.equal(end.loss);
      expect(projectedGradient(x, g, bounds)).to.be.below(tolerance);
    });
  }
});
