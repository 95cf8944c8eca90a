/** The points that line searches try, worked by hand. */
import { expect } from "chai";
import { conjugateGradient, lbfgs } from "ndarray-params/optimize";
import type { Problem } from "../support/problems.ts";

/** The points at which a rule evaluates a function of one variable, from `start` on. */
function trials(
  rule: typeof lbfgs | typeof conjugateGradient,
  start: number,
  f: (x: number) => [loss: number, slope: number],
  most: number,
): number[] {
  const points: number[] = [];
  const enough = new Error("enough");
  const objective: Problem = ([x], g) => {
    if (points.length === most) throw enough;
    points.push(x!);
    const [loss, slope] = f(x!);
    g[0] = slope;
    return loss;
  };
  try {
    rule(Float64Array.of(start), objective).next();
  } catch (error) {
    if (error !== enough) throw error;
  }
  return points;
}

for (const rule of [lbfgs, conjugateGradient]) {
  describe(`the trials of ${rule.name}`, () => {
    it("begin with a step of 1, or with the gradient where that is shorter", () => {
      expect(trials(rule, 0, (x) => [-0.5 * x, -0.5], 2)).to.deep.equal([0, 0.5]);
      expect(trials(rule, 0, (x) => [-4 * x, -4], 2)).to.deep.equal([0, 1]);
    });

    it("go a tenth of the way back where the loss is not finite, and then half-way at most", () => {
      // A line down to 3, and nothing beyond. The length grows by four times the way that was made:
      // 1, 1 + 4; a tenth of the way from 1 to 5; 1.4 + 4·0.4; half-way from 3 to 5, not 3 + 4·1.6;
      // a tenth of the way from 3 to 4.
      const points = trials(rule, 0, (x) => [x <= 3.001 ? -x : Number.NaN, -1], 7);
      const want = [0, 1, 5, 1.4, 3, 4, 3.1];
      expect(points).to.have.length(want.length);
      points.forEach((x, i) => expect(x).to.be.closeTo(want[i]!, 1e-12));
    });

    it("find the minimum of a parabola whose losses are all the same when rounded", () => {
      // The slopes are -2 at 0 and 3 at 1, where the loss is 0.5 higher; 1e12 hides that.
      const parabola = (x: number): [number, number] => [
        1e12 + 2.5 * (x - 0.4) * (x - 0.4),
        5 * (x - 0.4),
      ];
      const points = trials(rule, 0, parabola, 10);
      expect(points.slice(0, 2)).to.deep.equal([0, 1]);
      expect(points[2]).to.be.closeTo(0.4, 1e-4);
      expect(points).to.have.length(3);
    });

    it("interpolate a parabola exactly if the first trial goes too far", () => {
      const points = trials(rule, 0, (x) => [2.5 * (x - 0.4) * (x - 0.4), 5 * (x - 0.4)], 10);
      expect(points.slice(0, 2)).to.deep.equal([0, 1]);
      expect(points[2]).to.be.closeTo(0.4, 1e-12);
      expect(points).to.have.length(3);
    });
  });
}
