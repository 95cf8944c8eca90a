import type { NdArray } from "ndarray";
import { aboveZero, checkNumber } from "../numbers.ts";
import { checkMatrix } from "./check-matrix.ts";
import type { FloatData } from "./check-view.ts";
import { exponentOf } from "./exponent.ts";
import { fill } from "./fill.ts";
import { spectralRadius } from "./spectral-radius.ts";

/**
 * Scales a square view so that its largest |eigenvalue| is `bound`, for recurrent weights whose
 * memory shall neither explode nor fade at once.  Jaeger 2001; climin's `bound_spectral_radius`.
 *
 * @throws TypeError, RangeError before anything is written; also where all eigenvalues are 0
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
  const largest = entries.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  if (n === 0) return;
  const unit = largest === 0 ? 1 : 2 ** exponentOf(largest); // division by it is exact
  const scaled = entries.map((x) => x / unit);
  const radius = spectralRadius(scaled, n);
  if (radius === 0) {
    throw new RangeError(`${call}: view must have an eigenvalue other than 0, but all are 0`);
  }
  const factor = bound / radius;
  checkSize(call, view, (largest / unit) * factor);
  let next = 0;
  fill(view, (block, count) => {
    for (let k = 0; k < count; k++) block[k] = scaled[next++]! * factor;
  });
}

function readFinite(call: string, view: NdArray<FloatData>, n: number): Float64Array {
  const entries = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const entry = view.get(i, j);
      if (!Number.isFinite(entry)) {
        throw new RangeError(`${call}: view must be finite, got ${entry} at [${i}, ${j}]`);
      }
      entries[i * n + j] = entry;
    }
  }
  return entries;
}

function checkSize(call: string, view: NdArray<FloatData>, largest: number): void {
  const stored = view.dtype === "float32" ? Math.fround(largest) : largest;
  if (Number.isFinite(stored)) return;
  throw new RangeError(`${call}: the scaled view would have entries beyond ${view.dtype}`);
}
