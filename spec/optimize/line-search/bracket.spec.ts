/** The bracket of a search and its trials, worked by hand. */
import { expect } from "chai";
import { openBracket } from "../../../lib/optimize/line-search/bracket.ts";
import type { Point } from "../../../lib/optimize/line-search/trial-step.ts";

const at = (length: number, loss: number, slope: number): Point => ({ length, loss, slope });

describe("the bracket of a search", () => {
  it("begins anew at the start, whatever was before", () => {
    const bracket = openBracket();
    bracket.open(-2);
    bracket.next(at(4, 1, -0.5), Infinity); // the slope still falls, but the loss is higher
    expect(bracket.isClosed()).to.equal(true);
    bracket.open(-1);
    expect(bracket.isClosed()).to.equal(false);
    expect(bracket.low).to.deep.equal(at(0, 0, -1));
    // A trial that is as low as the best one takes its place. The secant of the slopes is 0 at 1/4.
    expect(bracket.next(at(1, 0, 3), Infinity)).to.equal(0.25);
    expect(bracket.low.length).to.equal(1);
  });

  it("is open as long as the loss falls, and the trials go on", () => {
    const bracket = openBracket();
    bracket.open(-1);
    // The cubic through both slopes has its minimum at 5, as the secant of the slopes has its zero.
    expect(bracket.next(at(1, -0.9, -0.8), Infinity)).to.be.closeTo(5, 1e-14);
    expect(bracket.isClosed()).to.equal(false);
    expect(bracket.isNarrow(at(1, -0.9, -0.8), 10)).to.equal(false);
    expect(bracket.low).to.deep.equal(at(1, -0.9, -0.8));
  });

  it("goes at most four times as far, and half of the way to a limit", () => {
    const bracket = openBracket();
    bracket.open(-1);
    // The slope grows steeper, so there is no minimum to aim at.
    expect(bracket.next(at(1, -1.1, -1.2), Infinity)).to.equal(5);
    expect(bracket.next(at(5, -6, -2), 8)).to.equal(6.5);
    expect(bracket.next(at(6.5, -10, -3), Infinity)).to.equal(12.5);
    bracket.open(-1);
    // The slope is nearly 0, so the secant aims at 1.01, which is not far enough.
    expect(bracket.next(at(1, -0.9, -0.01), Infinity)).to.equal(2.1);
    bracket.open(-1);
    expect(bracket.next(at(2, -1, -0.01), Infinity)).to.equal(4.2);
  });

  it("stays open at a slope of 0", () => {
    const bracket = openBracket();
    bracket.open(-1);
    bracket.next(at(1, -0.5, 0), Infinity);
    expect(bracket.isClosed()).to.equal(false);
  });

  it("closes where the slope turns, with the best trial before as its other end", () => {
    const bracket = openBracket();
    bracket.open(-1);
    // The cubic, which is a parabola here, and the secant agree on 0.8.
    expect(bracket.next(at(1, -0.375, 0.25), Infinity)).to.be.closeTo(0.8, 1e-14);
    expect([bracket.isClosed(), bracket.low.length]).to.deep.equal([true, 1]);
    expect(bracket.isNarrow(at(1, -0.375, 0.25), 1.01)).to.equal(true);
    expect(bracket.isNarrow(at(1, -0.375, 0.25), 1)).to.equal(false);
  });

  it("keeps its far end, and is halved where it does not shrink by a third in two trials", () => {
    const bracket = openBracket();
    bracket.open(-1);
    bracket.next(at(100, 10, 1), Infinity);
    expect([bracket.isClosed(), bracket.low.length]).to.deep.equal([true, 0]);
    // The cubic has its minimum behind the trial, so the secant is taken: 25 + 0.2·25/0.8.
    expect(bracket.next(at(25, -5, -0.2), Infinity)).to.be.closeTo(31.25, 1e-13);
    expect(bracket.isNarrow(at(25, -5, -0.2), 0.76)).to.equal(true);
    expect(bracket.isNarrow(at(25, -5, -0.2), 0.75)).to.equal(false);
    // It was 100 wide two trials ago, and now it is 91 - 25 = 66.
    expect(bracket.next(at(91, 0, 1), Infinity)).to.equal(58);
    expect(bracket.isNarrow(at(91, 0, 1), 1)).to.equal(false);
    // Nothing can be said from an infinite loss.
    expect(bracket.next(at(58, Infinity, 1), Infinity)).to.equal(41.5);
  });
});
