/**
 * Searches along one direction for a point that meets the strong Wolfe conditions.  Moré & Thuente
 * 1994, "Line search algorithms with guaranteed sufficient decrease", ACM TOMS 20, 286-307
 *
 * A search never evaluates by itself: it moves x and says "evaluate", as MINPACK's dcsrch does.
 */
import type { Floats } from "../../internal/arrays.ts";
import type { Run } from "../run/contract.ts";
import { allFinite } from "../run/finite.ts";
import { dot } from "./dot.ts";
import { trialStep, type Point } from "./trial-step.ts";

/** What a search wants next: the loss and the gradient at x, or nothing more. */
export type SearchTurn = "evaluate" | "found" | "failed";

export interface LineSearch {
  /** The caller sets it before a search. */
  readonly direction: Floats;
  /** The point where the last search started, and its gradient. The caller may overwrite both. */
  readonly start: Floats;
  readonly startGradient: Floats;
  /** Whether the loss and the gradient at x are known from the last search. */
  isSettled(): boolean;
  /** Takes the loss and the gradient that were evaluated at x. */
  settle(): void;
  /** Begins a search from x, and first tries the length `first` of `direction`. */
  begin(first: number): SearchTurn;
  /**
   * Goes on after an evaluation. If it has failed, no trial lowers the loss, and x is where it was.
   *
   * @throws RangeError if the objective is finite at no trial
   */
  advance(): SearchTurn;
  /** The length that x has moved in a search that has found a point. */
  readonly length: number;
  /** Comes after a search that has moved x: the next one starts here. */
  arrive(): void;
}

/** μ in the condition on the loss, φ(α) ≤ φ(0) + μ·α·φ'(0). */
const decrease = 1e-4;

/** Losses that differ by less than this part of the first may differ by rounding alone. */
const noise = 1e-10;

const maxTrials = 40;

/** @param curvature η in the condition on the slope, |φ'(α)| ≤ η·|φ'(0)| */
export function openLineSearch(run: Run<unknown>, curvature: number): LineSearch {
  const { x, g, size } = run;
  const direction = x.slice();
  const start = x.slice();
  const startGradient = x.slice();
  const at: Point = { length: 0, loss: 0, slope: 0 };
  const low: Point = { length: 0, loss: 0, slope: 0 };
  const high: Point = { length: 0, loss: 0, slope: 0 };
  let [loss, loss0, slope0] = [NaN, NaN, NaN];
  let [bracketed, limit, width, widthBefore] = [false, Infinity, Infinity, Infinity];
  let [trials, isLast] = [0, false];

  const moveTo = (length: number): void => {
    at.length = length;
    for (let i = 0; i < size; i++) x[i] = start[i]! + length * direction[i]!;
  };

  /** Moves x to the next trial where it is finite. After the last one, goes back to the lowest. */
  const go = (length: number): SearchTurn => {
    for (; trials < maxTrials; length = shorter(length)) {
      trials++;
      moveTo(length);
      if (allFinite(x)) return "evaluate";
    }
    isLast = true;
    if (low.length === 0) return judge();
    moveTo(low.length);
    return "evaluate";
  };

  /** A tenth of the way to a length where the objective is not finite. */
  const shorter = (length: number): number => {
    limit = length;
    return low.length + (length - low.length) / 10;
  };

  /** The trials are over; x is at the lowest, or at the last if none is lower than the start. */
  const judge = (): SearchTurn => {
    if (loss < loss0) return "found";
    const error = Number.isNaN(loss) && allFinite(x) ? run.diverged() : undefined;
    x.set(start);
    g.set(startGradient);
    loss = loss0;
    if (error !== undefined) throw error;
    return "failed";
  };

  /** The next length, from what is known at `at` and before. */
  const nextLength = (): number => {
    const { length } = at;
    const ahead = length - low.length;
    const max = Math.min(length + 4 * ahead, (length + limit) / 2);
    let next = trialStep(low, bracketed ? high : undefined, at, length + 1.1 * ahead, max);
    const turned = at.loss > low.loss;
    const isBetween = turned || at.slope * low.slope < 0;
    if (turned) copy(high, at);
    else if (isBetween) copy(high, low);
    bracketed ||= isBetween;
    if (!turned) copy(low, at);
    if (!bracketed) return next;
    const now = Math.abs(high.length - low.length);
    if (!(now < 0.66 * widthBefore) || Number.isNaN(next)) next = (low.length + high.length) / 2;
    [widthBefore, width] = [width, now];
    return next;
  };

  return {
    direction,
    start,
    startGradient,
    get length() {
      return at.length;
    },
    isSettled: () => !run.batched && !Number.isNaN(loss) && sameElements(x, start),
    settle: () => {
      if (Number.isNaN(run.loss)) throw run.diverged();
      ({ loss } = run);
      start.set(x);
    },
    begin: (first) => {
      startGradient.set(g);
      loss0 = loss;
      slope0 = dot(g, direction);
      if (!(slope0 < 0)) return "failed";
      run.origin = start;
      bracketed = isLast = false;
      limit = width = widthBefore = Infinity;
      trials = 0;
      set(low, 0, loss0, slope0);
      return go(first);
    },
    advance: () => {
      ({ loss } = run);
      if (isLast) return judge();
      const { length } = at;
      if (Number.isNaN(loss)) return go(shorter(length));
      set(at, length, loss, dot(g, direction));
      // Rounding hides so small a difference, but the slopes show it: the trapezoid rule is exact
      // for a parabola. The first condition becomes the approximate one of Hager & Zhang 2005.
      if (Math.abs(loss - loss0) <= noise * Math.abs(loss0)) {
        at.loss = loss0 + (length * (slope0 + at.slope)) / 2;
      }
      const enough = at.loss <= loss0 + decrease * length * slope0;
      if (enough && Math.abs(at.slope) <= -curvature * slope0) return "found";
      return go(nextLength());
    },
    arrive: () => start.set(x),
  };
}

function sameElements(a: Floats, b: Floats): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function set(point: Point, length: number, loss: number, slope: number): void {
  point.length = length;
  point.loss = loss;
  point.slope = slope;
}

const copy = (to: Point, { length, loss, slope }: Point): void => set(to, length, loss, slope);
