import type { NdArray } from "ndarray";
import { wrongNumber } from "../internal/messages.ts";
import { aboveZero, checkNumber } from "../internal/numbers.ts";
import { fill } from "./internal/fill.ts";
import { checkMatrix, dtypeOfView, isWithin, type FloatData } from "./internal/view-checks.ts";
import { scaledToRadius } from "./spectral-radius/spectral-radius.ts";

/**
 * Scales a square view so that its largest |eigenvalue| is `bound`. Recurrent weights of that scale
 * have a memory that neither explodes nor fades at once.  Jaeger 2001; climin's
 * `bound_spectral_radius`.
 *
 * @throws TypeError, RangeError before anything is written; also if all eigenvalues are 0
 * @example
 * randomizeNormal(w, 0, 1, random);
 * boundSpectralRadius(w, 1.2);
 */
export function boundSpectralRadius(view: NdArray<FloatData>, bound = 1.2): void {
  const call = "boundSpectralRadius";
  checkMatrix(call, view, "a square matrix");
  checkNumber(call, "bound", bound, aboveZero);
  const n = view.shape[0]!;
  const entries = readFinite(call, view, n);
  if (n === 0) return;
  const scaled = scaledToRadius(entries, n, bound);
  if (scaled === undefined) {
    throw new RangeError(`${call}: view must have an eigenvalue other than 0, but all are 0`);
  }
  const largest = scaled.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  if (!isWithin(view, largest)) {
    const dtype = dtypeOfView(view);
    throw new RangeError(`${call}: the scaled view would have entries beyond ${dtype}`);
  }
  let next = 0;
  fill(view, (block, count) => {
    for (let k = 0; k < count; k++) block[k] = scaled[next++]!;
  });
}

/** The entries in row-major order. */
function readFinite(call: string, view: NdArray<FloatData>, n: number): Float64Array {
  const entries = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const entry = view.get(i, j);
      if (!Number.isFinite(entry)) {
        throw wrongNumber(call, "view", "be finite", `${entry} at [${i}, ${j}]`);
      }
      entries[i * n + j] = entry;
    }
  }
  return entries;
}
