/**
 * Searches along one direction for a point that meets the strong Wolfe conditions.  Moré & Thuente
 * 1994, "Line search algorithms with guaranteed sufficient decrease", ACM TOMS 20, 286-307
 *
 * A search never evaluates by itself: it moves x and says "evaluate", as MINPACK's dcsrch does.
 * Losses are kept as differences from the first, which a large loss would hide.
 */
import { isFloat32, type Floats } from "../../internal/arrays.ts";
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
  /** The decrease that the first slope has promised for that length. */
  readonly promise: number;
  /** The loss at x, and that at the start of the last search. */
  readonly loss: number;
  readonly startLoss: number;
  /** Comes after a search that has moved x: the next one starts here. */
  arrive(): void;
}

/** μ in the condition on the loss, φ(α) ≤ φ(0) + μ·α·φ'(0). */
const decrease = 1e-4;

/** Losses that differ by less than this part of the first may differ by rounding alone. */
const noise = 1e-10;

const maxTrials = 40;

/** Trials that differ by no more than rounding. Where slopes can be trusted, two or three are enough. */
const maxHidden = +(process.env.MH ?? 8);

/** @param curvature η in the condition on the slope, |φ'(α)| ≤ η·|φ'(0)| */
export function openLineSearch(run: Run<unknown>, curvature: number): LineSearch {
  const { x, g, size } = run;
  const direction = x.slice();
  const start = x.slice();
  const startGradient = x.slice();
  const at: Point = { length: 0, loss: 0, slope: 0 };
  const low: Point = { length: 0, loss: 0, slope: 0 };
  const high: Point = { length: 0, loss: 0, slope: 0 };
  let [loss, loss0, slope0, drop] = [NaN, NaN, NaN, NaN];
  let [bracketed, limit, width, widthBefore] = [false, Infinity, Infinity, Infinity];
  const isShort = isFloat32(x);
  let [trials, hidden, isLast] = [0, 0, false];

  /** Whether x has moved at all. */
  const moveTo = (length: number): boolean => {
    at.length = length;
    let moved = false;
    for (let i = 0; i < size; i++) {
      x[i] = start[i]! + length * direction[i]!;
      moved ||= x[i] !== start[i];
    }
    return moved;
  };

  /** Moves x to the next trial where it is finite. After the last one, goes back to the lowest. */
  const go = (length: number): SearchTurn => {
    while (trials < maxTrials && hidden < maxHidden) {
      trials++;
      if (moveTo(length)) {
        if (allFinite(x)) return "evaluate";
        length = shorter(length);
      } else if (bracketed || limit < Infinity) break;
      else length += 4 * (length - low.length);
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
    if (loss < loss0 && at.length > 0) return "found";
    const error = Number.isNaN(loss) && allFinite(x) ? run.diverged() : undefined;
    x.set(start);
    g.set(startGradient);
    loss = loss0;
    if (error !== undefined) throw error;
    return "failed";
  };

  /** ½·(x - x₀)ᵀ(g + g₀): the step that x has made, whose elements were rounded. */
  const trapezoid = (): number => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (x[i]! - start[i]!) * (g[i]! + startGradient[i]!);
    return sum / 2;
  };

  /** Writes the loss and the slope of a trial into `at`. */
  const measure = (): void => {
    at.slope = dot(g, direction);
    at.loss = drop = loss - loss0;
    const band = noise * Math.abs(loss0);
    if (Math.abs(at.loss) > band) return;
    // Rounding hides so small a difference, but the slopes show it: the trapezoid rule is exact
    // for a parabola. The first condition becomes the approximate one of Hager & Zhang 2005.
    const change = trapezoid();
    if (Math.abs(change) > +(process.env.TB ?? 10) * band) return;
    const ideal = loss0 + (at.length * (slope0 + at.slope)) / 2 - loss0;
    at.loss = isShort && +(process.env.TI??0) ? change : ideal;
    drop = isShort ? change : ideal;
    if (bracketed) hidden++;
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
    get promise() {
      return -at.length * slope0;
    },
    get loss() {
      return loss;
    },
    get startLoss() {
      return loss0;
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
      const right = (process.env.NOCOS ? 0 : 2**-52) * Math.sqrt(dot(g, g) * dot(direction, direction));
      if (!(slope0 < -right)) return "failed";
      run.origin = start;
      bracketed = isLast = false;
      limit = width = widthBefore = Infinity;
      trials = hidden = 0;
      set(low, 0, 0, slope0);
      return go(first);
    },
    advance: () => {
      ({ loss } = run);
      if (isLast) return judge();
      if (Number.isNaN(loss)) return go(shorter(at.length));
      measure();
      const enough = drop <= loss0 + decrease * at.length * slope0 - loss0;
      if (enough && Math.abs(at.slope) <= -curvature * slope0) return "found";
      return go(nextLength());
    },
    arrive: () => start.set(x),
  };
}

export function sameElements(a: Floats, b: Floats): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function set(point: Point, length: number, loss: number, slope: number): void {
  point.length = length;
  point.loss = loss;
  point.slope = slope;
}

const copy = (to: Point, { length, loss, slope }: Point): void => set(to, length, loss, slope);
