/**
 * Searches along one direction for a point that meets the strong Wolfe conditions.  Moré & Thuente
 * 1994, "Line search algorithms with guaranteed sufficient decrease", ACM TOMS 20, 286-307
 *
 * A search never evaluates by itself: it moves x and says "evaluate", as MINPACK's dcsrch does.
 * Losses are kept as differences from the first, which a large loss would hide.
 */
import { isFloat32, type Floats } from "../../internal/arrays.ts";
import type { Run } from "../run/contract.ts";
import type { Disagreement } from "../run/end.ts";
import { allFinite } from "../run/finite.ts";
import { sameElements } from "../run/flats.ts";
import { dot } from "./dot.ts";
import { openBracket } from "./bracket.ts";
import { straightPath, type Path } from "./straight-path.ts";
import { setPoint, type Point } from "./trial-step.ts";

/** What a search wants next: the loss and the gradient at x, or nothing more. */
export type SearchTurn = "evaluate" | "found" | "failed";

export interface LineSearch {
  readonly path: Path;
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
  /** How the last search has found loss and gradient to contradict each other, if it has. */
  readonly disagreement: Disagreement | undefined;
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
const maxHidden = 8;

/** @param curvature η in the condition on the slope, |φ'(α)| ≤ η·|φ'(0)| */
export function openLineSearch(
  run: Run<unknown>,
  curvature: number,
  path = straightPath(run.x),
): LineSearch {
  const { x, g, size } = run;
  const { direction } = path;
  const start = x.slice();
  const startGradient = x.slice();
  const at: Point = { length: 0, loss: 0, slope: 0 };
  const bracket = openBracket();
  const { low } = bracket;
  let [loss, loss0, slope0] = [NaN, NaN, NaN];
  const isRough = isFloat32(x);
  const visible: Point = { length: 0, loss: 0, slope: 0 };
  let [trials, hidden, isLast, limit] = [0, 0, false, Infinity];

  const moveTo = (length: number): boolean => {
    at.length = length;
    return path.moveTo(start, length);
  };

  /** Moves x to the next trial where it is finite. After the last one, goes back to the lowest. */
  const go = (length: number): SearchTurn => {
    while (trials < maxTrials) {
      if (hidden === maxHidden) break;
      if (moveTo(length)) {
        trials++;
        if (allFinite(x)) return "evaluate";
        length = shorter(length);
      } else if (bracket.isClosed || limit < Infinity || length >= path.longest) break;
      else length = Math.min(length + 4 * (length - low.length), path.longest);
    }
    isLast = true;
    if (low.length === 0) return fail();
    moveTo(low.length);
    return "evaluate";
  };

  /** A tenth of the way to a length where the objective is not finite. */
  const shorter = (length: number): number => {
    limit = length;
    return low.length + (length - low.length) / 10;
  };

  /** Puts x back; the last trial was not finite only if none was. */
  const fail = (): SearchTurn => {
    const error = Number.isNaN(loss) && allFinite(x) ? run.diverged() : undefined;
    x.set(start);
    g.set(startGradient);
    loss = loss0;
    if (error !== undefined) throw error;
    return "failed";
  };

  /** ½·(x - x₀)ᵀ(g + g₀), by the trapezoid rule, of the step that x has really made. */
  const changeBySlopes = (): number => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (x[i]! - start[i]!) * (g[i]! + startGradient[i]!);
    return sum / 2;
  };

  /**
   * Writes the loss and the slope of a trial into `at`. Rounding hides a small change of the loss,
   * but the slopes show it: the trapezoid rule is exact for a parabola. The first condition becomes
   * the approximate one of Hager & Zhang 2005.
   */
  const measure = (): void => {
    const change = loss - loss0;
    const band = noise * Math.abs(loss0);
    at.slope = dot(g, direction);
    at.loss = change;
    const isHidden = Math.abs(change) <= band;
    const bySlopes = isHidden ? changeBySlopes() : (at.length * (slope0 + at.slope)) / 2;
    if (isHidden && Math.abs(bySlopes) <= 10 * band) {
      if (bracket.isClosed) hidden++;
      // In float32 the steps are rounded far more than the loss. In float64 it is the other way
      // round, and changes below its last digit count as none.
      at.loss = isRough ? bySlopes : loss0 + (at.length * (slope0 + at.slope)) / 2 - loss0;
    } else if (at.length <= visible.length) {
      setPoint(visible, at.length, change, bySlopes);
    }
  };

  return {
    path,
    start,
    startGradient,
    get length() {
      return at.length;
    },
    get disagreement() {
      const { length, loss: change, slope: expected } = visible;
      return expected < 0 && change > expected / 10 ? { length, change, expected } : undefined;
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
      setPoint(visible, Infinity, 0, 0);
      const free = path.freeGradient(x, g);
      const right = 2 ** -52 * Math.sqrt(dot(free, free)) * Math.sqrt(dot(direction, direction));
      if (!(slope0 < -right)) return "failed"; // at right angles to the gradient, but for rounding
      run.origin = start;
      [isLast, limit] = [false, Infinity];
      trials = hidden = 0;
      bracket.open(slope0);
      return go(first);
    },
    advance: () => {
      ({ loss } = run);
      if (isLast) return loss < loss0 ? "found" : fail();
      if (Number.isNaN(loss)) return go(shorter(at.length));
      measure();
      const enough = at.loss <= loss0 + decrease * at.length * slope0 - loss0;
      if (enough && Math.abs(at.slope) <= -curvature * slope0) return "found";
      if (enough && at.slope < 0 && at.length >= path.longest) return "found";
      const next = Math.min(bracket.next(at, limit), path.longest);
      return enough && bracket.isNarrow(at, path.narrow) ? "found" : go(next);
    },
    arrive: () => start.set(x),
  };
}
