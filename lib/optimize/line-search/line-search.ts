/**
 * Searches along one direction for a point that meets the strong Wolfe conditions.  Moré & Thuente
 * 1994, "Line search algorithms with guaranteed sufficient decrease", ACM TOMS 20, 286-307
 */
import type { Floats } from "../../internal/arrays.ts";
import type { Run } from "../run/contract.ts";
import { allFinite } from "../run/finite.ts";
import { dot } from "./dot.ts";
import { trialStep, type Point } from "./trial-step.ts";

export interface LineSearch {
  /** The caller sets it before a search. */
  readonly direction: Floats;
  /** The point where the last search started, and its gradient. The caller may overwrite both. */
  readonly start: Floats;
  readonly startGradient: Floats;
  /** Comes before a search. Evaluates at x, unless a search on the same batch ended there. */
  settle(): void;
  /**
   * Searches from x, and first tries the length `first` of `direction`. Returns the length that x
   * has moved. This is 0, and x is where it was, if no trial lowers the loss.
   *
   * @throws RangeError if the objective is finite at no trial, and any error of the objective; x is
   *   then where it was
   */
  search(first: number): number;
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
  let loss = NaN;

  const moveTo = (length: number): void => {
    for (let i = 0; i < size; i++) x[i] = start[i]! + length * direction[i]!;
    try {
      loss = allFinite(x) ? run.probe() : NaN;
    } catch (error) {
      x.set(start);
      throw error;
    }
    set(at, length, loss, dot(g, direction));
  };

  /** Moves x to a point that meets the conditions; if it finds none, `low` is the best trial. */
  const descend = (loss0: number, slope0: number, first: number): boolean => {
    let [bracketed, limit] = [false, Infinity];
    let [width, widthBefore] = [Infinity, Infinity];
    let length = first;
    set(low, 0, loss0, slope0);
    for (let trial = 0; trial < maxTrials; trial++) {
      moveTo(length);
      if (Number.isNaN(loss)) {
        limit = length;
        length = low.length + (length - low.length) / 10;
        continue;
      }
      // Rounding hides so small a difference, but the slopes show it: the trapezoid rule is exact
      // for a parabola. The first condition becomes the approximate one of Hager & Zhang 2005.
      if (Math.abs(loss - loss0) <= noise * Math.abs(loss0)) {
        at.loss = loss0 + (length * (slope0 + at.slope)) / 2;
      }
      const enough = at.loss <= loss0 + decrease * length * slope0;
      if (enough && Math.abs(at.slope) <= -curvature * slope0) return true;

      const ahead = length - low.length;
      const max = Math.min(length + 4 * ahead, (length + limit) / 2);
      length = trialStep(low, bracketed ? high : undefined, at, length + 1.1 * ahead, max);
      const turned = at.loss > low.loss;
      if (turned) copy(high, at);
      else if (at.slope * low.slope < 0) copy(high, low);
      bracketed ||= turned || at.slope * low.slope < 0;
      if (!turned) copy(low, at);
      if (!bracketed) continue;
      const now = Math.abs(high.length - low.length);
      if (!(now < 0.66 * widthBefore) || Number.isNaN(length)) {
        length = (low.length + high.length) / 2;
      }
      [widthBefore, width] = [width, now];
    }
    return false;
  };

  const search = (first: number): number => {
    startGradient.set(g);
    const loss0 = loss;
    const slope0 = dot(g, direction);
    if (!(slope0 < 0)) return 0;
    const found = descend(loss0, slope0, first);
    if (!found && low.length > 0) moveTo(low.length);
    if (found || loss < loss0) return at.length;
    const isTooLong = !allFinite(x); // for x itself, in whatever direction the rule has chosen
    const error = Number.isNaN(loss) && !isTooLong ? run.diverged() : undefined;
    x.set(start);
    g.set(startGradient);
    loss = loss0;
    if (error !== undefined) throw error;
    return 0;
  };

  return {
    direction,
    start,
    startGradient,
    search,
    settle: () => {
      if (run.batched || Number.isNaN(loss) || !sameElements(x, start)) {
        loss = run.evaluate();
        start.set(x);
      }
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
