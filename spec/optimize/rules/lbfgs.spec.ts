import { expect } from "chai";
import { lbfgs } from "../../../lib/optimize/index.ts";

/**
 * v² - 3v down to a wall at 2, and behind the wall a hole around 1. The first step, from 3, ends at
 * the wall. Its curvature 2 would end the second one at the minimum 1.5 of the parabola, where the
 * wall is, and shorter ones are no better; steepest descent goes by the slope 1, into the hole.
 */
function walled(x: Float64Array, gradient: Float64Array): number {
  const v = x[0]!;
  const inHole = Math.abs(v - 1) < 0.1;
  gradient[0] = v >= 2 ? 2 * v - 3 : inHole ? 0 : 1;
  return v >= 2 ? v * v - 3 * v : inHole ? -5 : 100 + v;
}

describe("lbfgs", () => {
  it("tries steepest descent once where its memory leads to no lower loss", () => {
    const x = Float64Array.of(3);
    const found = Array.from(lbfgs(x, walled), ({ loss }) => [x[0], loss]);
    expect(found).to.deep.equal([
      [2, -2],
      [1, -5],
    ]);
  });
});
