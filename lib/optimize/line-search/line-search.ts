/**
 * Searches along one direction for a point that meets the strong Wolfe conditions.  Moré & Thuente
 * 1994, "Line search algorithms with guaranteed sufficient decrease", ACM TOMS 20, 286-307
 *
 * A search never evaluates by itself: it moves x and says "evaluate", as MINPACK's dcsrch does.
 * Losses are kept as differences from the first, which a large loss would hide.
 */
import { isFloat32, type Floats } from "../../internal/arrays.ts";
import { zerosBeside } from "../../internal/wasm/arena.ts";
import { allFinite, vectorsFor } from "../kernels/vectors.ts";
import type { Run } from "../run/contract.ts";
import type { Disagreement } from "../run/end.ts";
import { sameElements } from "../run/flats.ts";
import { openBracket } from "./bracket.ts";
import { leadsDown } from "./leads-down.ts";
import { straightPath, type FirstLength, type Path } from "./straight-path.ts";
import { newPoint, setPoint } from "./trial-step.ts";

/** The next wish of a search: the loss and the gradient at x, or nothing more. */
export type SearchTurn = "evaluate" | "found" | "failed";

export interface LineSearch {
  readonly path: Path;
  /** The point where the last search started, and its gradient. The caller may overwrite both. */
  readonly start: Floats;
  readonly startGradient: Floats;
  /** Whether the caller has moved x since the last search. */
  isMoved(): boolean;
  /** Whether the loss and the gradient at x are known, if the caller has not moved it. */
  isSettled(): boolean;
  /** Takes the loss and the gradient that were evaluated at x. */
  settle(): void;
  /** Begins a search from x along `direction`. `first` gives the length to try first. */
  begin(first: FirstLength): SearchTurn;
  /**
   * Goes on after an evaluation. If it has failed, no trial lowers the loss, and x is where it was.
   *
   * @throws RangeError if the objective is finite at no trial
   */
  advance(): SearchTurn;
  /** The length that x has moved in a search that has found a point. */
  length(): number;
  /** How the last search has found loss and gradient to contradict each other, if it has. */
  disagreement(): Disagreement | undefined;
  /** The decrease that the first slope has promised for that length. */
  promise(): number;
  /** The loss at x, and that at the start of the last search. */
  loss(): number;
  startLoss(): number;
  /** Comes after a search that has moved x: the next one starts here. */
  arrive(): void;
}

/** μ in the condition on the loss, φ(α) ≤ φ(0) + μ·α·φ'(0). */
const decrease = 1e-4;

/** Losses that differ by less than this part of the first may differ by rounding alone. */
const noise = 1e-10;

const maxTrials = 40;

/** The most trials that differ only by rounding. If slopes can be trusted, two or three are enough. */
const maxHidden = 8;

/** @param curvature η in the condition on the slope, |φ'(α)| ≤ η·|φ'(0)| */
export function openLineSearch(
  run: Run<unknown>,
  curvature: number,
  path = straightPath(run.x),
): LineSearch {
  const { x, g, size } = run;
  const { direction } = path;
  const { copy, dot, products } = vectorsFor(x);
  const start = zerosBeside(x, size);
  const startGradient = zerosBeside(x, size);
  const at = newPoint();
  const bracket = openBracket();
  const { low } = bracket;
  const from = newPoint();
  let loss = NaN;
  const isRough = isFloat32(x);
  const sums = new Float64Array(3);
  const visible = newPoint();
  let trials: number, hidden: number, isLast: boolean, limit: number; // a search sets them

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
      } else if (bracket.isClosed() || limit < Infinity || length >= path.longest) break;
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

  /** Puts x back; the loss of the last trial was not finite only if none was. */
  const fail = (): SearchTurn => {
    const error = Number.isNaN(loss) ? run.diverged() : undefined;
    x.set(start);
    g.set(startGradient);
    loss = from.loss;
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
    const change = loss - from.loss;
    const band = noise * Math.abs(from.loss);
    setPoint(at, at.length, change, dot(g, direction));
    const isHidden = Math.abs(change) <= band;
    const bySlopes = isHidden ? changeBySlopes() : (at.length * (from.slope + at.slope)) / 2;
    if (isHidden && Math.abs(bySlopes) <= 10 * band) {
      if (bracket.isClosed()) hidden++;
      // In float32 the steps are rounded far more than the loss. In float64 it is the other way
      // round, and changes below its last digit count as none.
      at.loss = isRough
        ? bySlopes
        : from.loss + (at.length * (from.slope + at.slope)) / 2 - from.loss;
    } else if (at.length <= visible.length) {
      setPoint(visible, at.length, change, bySlopes);
    }
  };

  return {
    path,
    start,
    startGradient,
    length: () => at.length,
    disagreement: () => {
      const { length, loss: change, slope: expected } = visible;
      return expected < 0 && change > expected / 10 ? { length, change, expected } : undefined;
    },
    promise: () => -at.length * from.slope,
    loss: () => loss,
    startLoss: () => from.loss,
    isMoved: () => !sameElements(x, start),
    isSettled: () => !run.batched && !Number.isNaN(loss),
    settle: () => {
      if (Number.isNaN(run.loss)) throw run.diverged();
      loss = run.originLoss = run.loss;
      copy(start, x);
    },
    begin: (first) => {
      copy(startGradient, g);
      from.loss = loss;
      setPoint(visible, Infinity, 0, 0);
      products(g, direction, sums);
      from.slope = sums[0]!;
      if (!leadsDown(sums, g, path.freeGradient(x, g))) return "failed";
      run.origin = start;
      isLast = false;
      limit = Infinity;
      trials = hidden = 0;
      bracket.open(from.slope);
      return go(first(sums[0]!, sums[2]!));
    },
    advance: () => {
      loss = run.loss;
      if (isLast) return loss < from.loss ? "found" : fail();
      if (Number.isNaN(loss)) return go(shorter(at.length));
      measure();
      const enough = at.loss <= from.loss + decrease * at.length * from.slope - from.loss;
      if (enough && Math.abs(at.slope) <= -curvature * from.slope) return "found";
      if (enough && at.slope < 0 && at.length >= path.longest) return "found";
      const next = Math.min(bracket.next(at, limit), path.longest);
      return enough && bracket.isNarrow(at, path.narrow) ? "found" : go(next);
    },
    arrive: () => copy(start, x),
  };
}
