/** When a direction counts as leading down, worked by hand. */
import { expect } from "chai";
import { leadsDown } from "../../../lib/optimize/line-search/leads-down.ts";

describe("a direction", () => {
  const g = Float64Array.of(1);

  for (const [slope, isDown] of [
    [-1, true],
    [-1.5 * 2 ** -52, true],
    [-(2 ** -52), false],
    [-0.75 * 2 ** -52, false],
    [0, false],
    [1, false],
  ] as const) {
    it(`of length 1 and slope ${slope} leads ${isDown ? "down" : "nowhere"} if |g| is 1`, () => {
      expect(leadsDown(Float64Array.of(slope, 1, 1), g, g)).to.equal(isDown);
    });
  }

  it("is measured by the free part of the gradient, where a bound holds a large element", () => {
    // 2^-52·1e-10 is far below the slope, and 2^-52·1e10 is far above it.
    const sums = Float64Array.of(-1e-10, 1e20, 1);
    const [whole, free] = [Float64Array.of(1e10, -1e-10), Float64Array.of(0, -1e-10)];
    expect(leadsDown(sums, whole, free)).to.equal(true);
    expect(leadsDown(sums, whole, whole)).to.equal(false);
  });
});
