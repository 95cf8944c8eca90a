import type { Flat } from "../../internal/read-flat.ts";
import { conjugacy, vectorsFor } from "../kernels/vectors.ts";
import { openLineSearch } from "../line-search/line-search.ts";
import { searchLines } from "../line-search/search-lines.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, RunOptions } from "../run/contract.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { State } from "../run/state.ts";

/**
 * Nonlinear conjugate gradients: a line search in each iteration, and six flats beside yours. It
 * needs full batches. The loop ends by itself when no step lowers the loss.
 *
 *     β = yᵀg/dᵀy - θ·yᵀy/dᵀy·dᵀg/dᵀy, y the change of g     Hager & Zhang 2005, there θ = 2;
 *     d ← max(β, 0.4·dᵀg/dᵀd)·d - g                          θ = 1 and the bound: Dai & Kou 2013
 *     x ← x + α·d, α by line search
 *
 * `info.loss` and `info.gradient` are those at the new x.
 *
 * @example
 * const stop = converged();
 * for (const info of conjugateGradient(flat, objective)) if (stop(info)) break;
 */
export function conjugateGradient<
  F extends Flat,
  B extends readonly unknown[] = [],
  L extends Loss = number,
>(
  flat: F,
  objective: Objective<F, B, L>,
  options: RunOptions<F, B> = {},
): LoopOf<Info<F, State<F, "step" | "lastGradient">> & { readonly stepLength: number }, L> {
  const run = begin("conjugateGradient", flat, objective, options);
  const { g, state } = run;
  const step = state.flat("step");
  const last = state.flat("lastGradient");
  const line = openLineSearch(run, 0.5);
  const { startGradient } = line;
  const d = line.path.direction;
  const { combine, copy } = vectorsFor(d);

  const sums = new Float64Array(6);
  let beta: number;
  let isAfresh = false;

  /** β, with the last step in place of d: its length cancels out of β·d. */
  const conjugate = (): number => {
    conjugacy(g, last, step, sums);
    const dy = sums[0]!;
    const yy = sums[1]!;
    const yg = sums[2]!;
    const dg = sums[3]!;
    const dd = sums[4]!;
    const most = Math.max(yg / dy - (yy / dy) * (dg / dy), (0.4 * dg) / dd);
    return Number.isFinite(most) ? most : 0;
  };

  return searchLines<F, State<F, "step" | "lastGradient">, L>(run, line, {
    aim: () => {
      if (!isAfresh) beta = conjugate();
      combine(d, beta, step, -1, g);
    },
    /** The length that promises the same decrease as the last one.  Nocedal & Wright 2006, p. 59 */
    firstLength: (slope, squares) => {
      const ss = sums[4]!;
      const decrease = sums[5]!;
      const norm = Math.sqrt(squares);
      if (ss === 0) return Math.min(1, 1 / norm);
      return Math.min(decrease / slope, (10 * Math.sqrt(ss)) / norm);
    },
    forget: () => {
      if (beta === 0) return false;
      beta = 0;
      isAfresh = true;
      return true;
    },
    arrive: (length) => {
      isAfresh = false;
      // Set only now: if no step is taken, the state stays that of the last one.
      combine(step, length, d, 0, d);
      copy(last, startGradient);
    },
  });
}
