import type { Flat } from "../../internal/read-flat.ts";
import { openLineSearch } from "../line-search/line-search.ts";
import { searchLines } from "../line-search/search-lines.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, RunOptions } from "../run/contract.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { State } from "../run/state.ts";

/**
 * Nonlinear conjugate gradients: a line search in each iteration, and five flats of memory. It
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
  const { g, size, state } = run;
  const step = state.flat("step");
  const last = state.flat("lastGradient");
  const line = openLineSearch(run, 0.5);
  const { startGradient } = line;
  const d = line.path.direction;

  /** β, with the last step in place of d: its length cancels out of β·d. */
  const conjugacy = (): number => {
    let [dy, yy, yg, dg, dd] = [0, 0, 0, 0, 0];
    for (let i = 0; i < size; i++) {
      const y = g[i]! - last[i]!;
      dy += step[i]! * y;
      yy += y * y;
      yg += y * g[i]!;
      dg += step[i]! * g[i]!;
      dd += step[i]! * step[i]!;
    }
    const beta = Math.max(yg / dy - (yy / dy) * (dg / dy), (0.4 * dg) / dd);
    return Number.isFinite(beta) ? beta : 0;
  };

  let beta = 0;
  let isAfresh = false;

  /** The length that promises the same decrease as the last one.  Nocedal & Wright 2006, p. 59 */
  const firstLength = (): number => {
    let [dd, dg, ss, decrease] = [0, 0, 0, 0]; // in one pass, in which no sum waits for another
    for (let i = 0; i < size; i++) {
      dd += d[i]! * d[i]!;
      dg += d[i]! * g[i]!;
      ss += step[i]! * step[i]!;
      decrease += step[i]! * last[i]!;
    }
    const norm = Math.sqrt(dd);
    return ss === 0 ? Math.min(1, 1 / norm) : Math.min(decrease / dg, (10 * Math.sqrt(ss)) / norm);
  };

  return searchLines<F, State<F, "step" | "lastGradient">, L>(run, line, {
    aim: () => {
      if (!isAfresh) beta = conjugacy();
      for (let i = 0; i < size; i++) d[i] = beta * step[i]! - g[i]!;
      return firstLength();
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
      for (let i = 0; i < size; i++) step[i] = d[i]! * length;
      last.set(startGradient);
    },
  });
}
