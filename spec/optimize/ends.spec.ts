/** Why runs end: the table in docs/optimize.md, case by case. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { adam, conjugateGradient, converged, lbfgs, type End } from "ndarray-params/optimize";
import { quadratic, rosenbrock, type Problem } from "./support/problems.ts";
import { rules } from "./support/rules.ts";
import { start } from "./support/runs.ts";

const scaled =
  (unit: number): Problem =>
  (x, g) => {
    const loss = rosenbrock(x, g);
    g.forEach((v, i) => (g[i] = v * unit));
    return loss * unit;
  };

let calls = 0;

/** The cases by the words of the table: a start and an objective. */
const cases: Record<string, [start: number[], objective: Problem]> = {
  "(x² - 2)², which is 0 at no number of a flat": [
    [1],
    (x, g) => {
      const away = x[0]! ** 2 - 2;
      g[0] = 4 * x[0]! * away;
      return away * away;
    },
  ],
  "a start at the minimum": [[1, -2], quadratic([1, 2], [1, -2])],
  "a constant loss with a gradient of 0": [[3], (_, g) => (g.fill(0), 1)],
  "a constant loss with another gradient": [[3], (_, g) => (g.fill(1), 1)],
  "a gradient of the wrong sign": [
    [3, 1],
    (x, g) => {
      g.set([-x[0]!, -x[1]!]);
      return (x[0]! ** 2 + x[1]! ** 2) / 2;
    },
  ],
  "a gradient of which one element has the wrong sign": [
    [3, 1],
    (x, g) => {
      g.set([-x[0]!, x[1]!]);
      return (x[0]! ** 2 + x[1]! ** 2) / 2;
    },
  ],
  "losses of 1e160": [[-1.2, 1], scaled(1e160)],
  "losses of 1e-160": [[-1.2, 1], scaled(1e-160)],
  "losses of 1e-170": [[-1.2, 1], scaled(1e-170)],
  "a loss without a minimum": [[0], (x, g) => ((g[0] = 1), x[0]!)],
  "a loss that is NaN behind a wall, x - log x": [
    [10],
    (x, g) => ((g[0] = 1 - 1 / x[0]!), x[0]! - Math.log(x[0]!)),
  ],
  "a loss that is NaN wherever the direction leads": [
    [0],
    (x, g) => ((g[0] = 1), x[0] === 0 ? 1 : NaN),
  ],
  "a loss with noise": [
    [3, 1],
    (x, g) => quadratic([1, 2], [0, 0])(x, g) + 1e-3 * Math.sin(12.9898 * ++calls),
  ],
};

const table = new Map(
  [
    ...readFileSync(new URL("../../docs/optimize.md", import.meta.url), "utf8").matchAll(
      /^\| ([^|`]+?) +\| `"([\w ]+)"` \|/gm,
    ),
  ].map(([, what, reason]) => [what!, reason!]),
);

/** The end of a run that nothing stops. */
function endOf(rule: typeof lbfgs, [from, objective]: [number[], Problem]): End {
  const loop = rule(Float64Array.from(from), objective);
  try {
    for (const { evaluations } of loop) if (evaluations > 5000) break;
  } catch {
    expect(loop.end!.reason).to.equal("error");
  }
  return loop.end!;
}

for (const rule of [lbfgs, conjugateGradient] as (typeof lbfgs)[]) {
  describe(`the end of ${rule.name}`, () => {
    for (const [what, given] of Object.entries(cases)) {
      it(`for ${what} is that of the docs`, () => {
        expect(endOf(rule, given).reason).to.equal(table.get(what));
      });
    }

    it("tells the numbers that belong to it, and is frozen", () => {
      const wrong = endOf(rule, cases["a gradient of the wrong sign"]!);
      expect(wrong).to.include({ iteration: 0, loss: 5 });
      if (wrong.reason !== "gradient disagrees") throw new Error(wrong.reason);
      // The loss rises by as much as the gradients expect it to fall.
      expect(wrong.change / wrong.expected).to.be.closeTo(-1, 1e-3);
      expect(Object.isFrozen(wrong)).to.equal(true);
      const far = endOf(rule, cases["losses of 1e160"]!);
      expect(far).to.have.property("largest").closeTo(2.156e162, 1e158);
      const noisy = endOf(rule, cases["a loss with noise"]!);
      if (noisy.reason !== "objective varies") throw new Error(noisy.reason);
      expect(noisy.losses[0]).not.to.equal(noisy.losses[1]);
    });

    it("tells the loss of the start if the first search fails", () => {
      let evaluations = 0;
      const loop = rule(Float64Array.of(-1.2, 1), (x, g) => {
        if (++evaluations === 2) throw new Error("no");
        return rosenbrock(x, g);
      });
      expect(() => loop.next()).to.throw("no");
      const loss = rosenbrock(Float64Array.of(-1.2, 1), new Float64Array(2));
      expect(loop.end).to.include({ reason: "error", evaluations: 1, loss });
    });

    it("comes after one more evaluation at the flat, whose loss it tells", () => {
      const x = Float64Array.of(-1.2, 1);
      const points: number[][] = [];
      const loop = rule(x, (own, g) => (points.push([...own]), rosenbrock(own, g)));
      for (const _ of loop);
      expect(points.at(-1)).to.deep.equal([...x]);
      expect(loop.end).to.include({
        evaluations: points.length,
        loss: rosenbrock(x, new Float64Array(2)),
      });
    });

    it("does not come before the minimum in units in which a step of 1 is far too long", () => {
      for (const unit of [1e-17, 1e-30]) {
        for (const bounds of [undefined, { lower: -1 }]) {
          if (rule.name !== "lbfgs" && bounds !== undefined) continue;
          const x = Float64Array.of(0.5 * unit, 3 * unit);
          const bowl: Problem = (own, g) => {
            const [a, b] = [own[0]! / unit - 2, own[1]! / unit - 1];
            g.set([a / unit, b / unit]);
            return (a * a + b * b) / 2;
          };
          const loop = rule(x, bowl, bounds && { bounds });
          for (const { evaluations } of loop) expect(evaluations).to.be.below(100);
          expect(x[0]! / unit, `${unit}`).to.be.closeTo(2, 1e-7);
          expect(x[1]! / unit, `${unit}`).to.be.closeTo(1, 1e-7);
        }
      }
    });

    it("does not come while the caller makes a penalty grow", () => {
      // x + y + μ(x² + y² - 1)² has its minimum where 1 + 4μ(2x² - 1)x = 0, x = y.
      const x = Float64Array.of(0.5, 0.1);
      let weight = 1;
      const penalized: Problem = (own, g) => {
        const [a, b] = [own[0]!, own[1]!];
        const away = a * a + b * b - 1;
        g.set([1 + 4 * weight * away * a, 1 + 4 * weight * away * b]);
        return a + b + weight * away * away;
      };
      const stop = converged(1e-6);
      const found: number[] = [];
      const loop = rule(x, penalized);
      for (const info of loop) {
        if (!stop(info)) continue;
        found.push(x[0]!);
        weight *= 10;
        if (weight > 1000) break;
      }
      const what = "a penalty that the loop makes grow until it breaks";
      expect(loop.end!.reason).to.equal(table.get(what));
      expect(found).to.have.length(4);
      [-0.80902, -0.71929, -0.70835, -0.70723].forEach((want, i) =>
        expect(found[i]).to.be.closeTo(want, 1e-5),
      );
    });

    it("does not come while the caller goes back to the start again and again", () => {
      const x = Float64Array.of(-1.2, 1);
      const loop = rule(x, rosenbrock);
      const losses: number[] = [];
      for (const { loss, iteration } of loop) {
        if (iteration % 3 === 0) losses.push(loss);
        if (iteration % 3 === 0) x.set([-1.2, 1]);
        if (iteration === 120) break;
      }
      expect(loop.end!.reason).to.equal("stopped");
      expect(losses).to.have.length(40);
    });

    it("ends in float32 too, and keeps the best point", () => {
      const x = Float32Array.of(-1.2, 1) as Floats;
      let best = Infinity;
      const loop = rule(x as Float64Array, (own, g) => {
        const loss = rosenbrock(Float64Array.from(own), g);
        best = Math.min(best, loss);
        return loss;
      });
      for (const { evaluations } of loop) expect(evaluations).to.be.below(500);
      expect(loop.end!.loss - best).to.be.below(1e-9);
    });
  });
}

type Floats = Float64Array | Float32Array;

for (const { name, rule } of rules) {
  describe(`the end of a loop of ${name}`, () => {
    it("is undefined while it runs, and says then who has ended it", () => {
      const x = Float64Array.from(start);
      const loop = rule(x, rosenbrock);
      expect(loop.end).to.equal(undefined);
      for (const _ of loop) {
        expect(loop.end).to.equal(undefined);
        break;
      }
      expect(loop.end).to.include({ reason: "stopped", iteration: 1 });
      const few = rule(x, rosenbrock, { batches: [[], []] });
      expect([...few]).to.have.length(2);
      expect(few.end).to.include({ reason: "no more batches", iteration: 2 });
      const error = new Error("no");
      const broken = rule(x, () => {
        throw error;
      });
      expect(() => broken.next()).to.throw("no");
      expect(broken.end).to.deep.include({ reason: "error", error, iteration: 0, evaluations: 0 });
      expect(broken.end!.loss).to.deep.equal(NaN);
    });

    it("keeps the loss of the last iteration if the next one fails", () => {
      let fails = false;
      const loop = rule(Float64Array.from(start), (x, g) => (fails ? NaN : rosenbrock(x, g)));
      const { loss } = loop.next().value!;
      fails = true;
      expect(() => loop.next()).to.throw(RangeError);
      if (rules.find((one) => one.name === name)!.searches) expect(loop.end!.loss).to.equal(loss);
    });
  });
}

describe("a rule without a line search", () => {
  it("does not end by itself", () => {
    expect(adam(new Float64Array(1), rosenbrock).endsByItself).to.equal(false);
    expect(lbfgs(new Float64Array(1), rosenbrock).endsByItself).to.equal(true);
  });
});
