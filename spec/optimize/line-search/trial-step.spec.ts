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

  it("is found where squares of the slopes or of the loss overflow", () => {
    const [huge, tiny] = [2 ** 600, 2 ** -600];
    // A wall: the loss leaps, and the minimum is next to the start.
    expect(trialStep(point([0, 0, -1]), undefined, point([1, huge, 1]), 1, 9)).to.be.closeTo(
      0,
      1e-15,
    );
    // The slope is -3·huge·(2 - α)² but for a tiny part, so the minimum is at 2.
    const falling = point([1, -1, -3 * huge]);
    const low = point([0, 0, -1]);
    expect(trialStep(low, point([2, -huge, tiny]), falling, 1, 9)).to.be.closeTo(2, 1e-15);
    // The slope is -3·huge·(α - 1)² + tiny. It turns from - to + next to 1.
    const rising = point([1, -1, tiny]);
    const other = point([5, 0, tiny / 2]);
    expect(trialStep(other, point([2, -huge, -3 * huge]), rising, 1, 9)).to.be.closeTo(1, 1e-15);
  });

  it("is that of the parabola if the trial is too long for the cubic to have digits there", () => {
    // 1e40·α²/2 - α/2, whose minimum is at 5e-41.
    const low = point([0, 0, -0.5]);
    const far = point([1, 5e39, 1e40]);
    expect(trialStep(low, undefined, far, 1, 9)).to.be.closeTo(5e-41, 1e-55);
  });
});
