/** The next trial of a search, beside SciPy's dcstep. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { trialStep, type Point } from "../../../lib/optimize/line-search/trial-step.ts";

type Numbers = readonly [length: number, loss: number, slope: number];
const { cases } = JSON.parse(readFileSync("spec/fixtures/trial-steps.json", "utf8")) as {
  cases: [Numbers, Numbers, Numbers, isClosed: boolean, min: number, max: number, next: number][];
};

const point = ([length, loss, slope]: Numbers): Point => ({ length, loss, slope });

describe("the next trial of a search", () => {
  it("is that of Moré and Thuente in 400 drawn cases", () => {
    for (const [low, high, at, isClosed, min, max, next] of cases) {
      const far = isClosed ? point(high) : undefined;
      const own = trialStep(point(low), far, point(at), min, max);
      expect(own, JSON.stringify([low, high, at, isClosed])).to.be.closeTo(
        next,
        1e-9 * (1 + Math.abs(next)),
      );
    }
  });
});
