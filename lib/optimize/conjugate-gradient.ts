import { dot } from "./dot.ts";
import { openLineSearch } from "./line-search.ts";
import { begin, type Info, type Objective, type RunOptions } from "./run.ts";
import type { State } from "./state.ts";
import type { Flat } from "./flats.ts";

export interface ConjugateGradientState<F> extends State<F, "direction" | "lastGradient"> {
  readonly lastLength: number;
}

/**
 * Nonlinear conjugate gradients: four flats of memory and a line search in
 * each iteration. For full batches; the loop ends by itself where no step lowers the loss.
 *
 *     d ← β·d - g, with y the change of g                       Hager & Zhang 2005, eq. 1.3,
 *     β = max(yᵀg/dᵀy - yᵀy/dᵀy·dᵀg/dᵀy, 0.4·dᵀg/dᵀd)           as in their 2013, eq. 4.1 to 4.4
 *     x ← x + α·d, α by line search
 *
 * `info.loss` and `info.gradient` are those at the new x.
 */
export function conjugateGradient<F extends Flat, B extends readonly unknown[] = []>(
  flat: F,
  objective: Objective<F, B>,
  options: RunOptions<F, B> = {},
): IterableIterator<Info<F, ConjugateGradientState<F>> & { readonly stepLength: number }> {
  const run = begin("conjugateGradient", flat, objective, options);
  const { g, size, state } = run;
  const d = state.flat("direction");
  const last = state.flat("lastGradient");
  const record = state.number("lastLength");
  const line = openLineSearch(run, 0.5, d, last);

  const conjugacy = (): number => {
    let [dy, yy, yg, dg, dd] = [0, 0, 0, 0, 0];
    for (let i = 0; i < size; i++) {
      const y = g[i]! - last[i]!;
      dy += d[i]! * y;
      yy += y * y;
      yg += y * g[i]!;
      dg += d[i]! * g[i]!;
      dd += d[i]! * d[i]!;
    }
    const beta = Math.max(yg / dy - (yy / dy) * (dg / dy), (0.4 * dg) / dd);
    return Number.isFinite(beta) ? beta : 0;
  };

  /** The length that promises the decrease the last step promised.  Nocedal & Wright 2006, p. 59 */
  const firstLength = (lastSlope: number): number =>
    record.lastLength === 0
      ? Math.min(1, 1 / Math.sqrt(dot(g, g)))
      : record.lastLength * Math.min(10, lastSlope / dot(d, g));

  return run.iterate(
    (info) => {
      line.settle();
      const lastSlope = dot(d, last);
      let beta = record.lastLength === 0 ? 0 : conjugacy();
      for (;;) {
        for (let i = 0; i < size; i++) d[i] = beta * d[i]! - g[i]!;
        info.stepLength = line.search(firstLength(lastSlope));
        if (info.stepLength > 0) break;
        if (beta === 0) return false;
        beta = 0; // the way so far misleads: steepest descent, once
      }
      record.lastLength = Math.fround(Math.min(info.stepLength, 1e30)); // exact in float32 too
      return true;
    },
    { stepLength: 0 },
  );
}
