import type { NdArray } from "ndarray";
import { aboveZero, checkNumber } from "../internal/numbers.ts";
import { checkMatrix } from "./internal/check-matrix.ts";
import type { FloatData } from "./internal/check-view.ts";
import { isWithin } from "./internal/check-within.ts";
import { exponentOf, timesPowerOfTwo } from "./spectral-radius/power-of-two.ts";
import { fill } from "./internal/fill.ts";
import { spectralRadius, type Radius } from "./spectral-radius/spectral-radius.ts";

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
  if (n === 0) return;
  const radius = spectralRadius(entries, n);
  if (radius.fraction === 0) {
    throw new RangeError(`${call}: view must have an eigenvalue other than 0, but all are 0`);
  }
  const scaled = entries.map((x) => times(x, bound, radius));
  checkSize(call, view, scaled);
  let next = 0;
  fill(view, (block, count) => {
    for (let k = 0; k < count; k++) block[k] = scaled[next++]!;
  });
}

/** x·bound/radius where that is in range, whatever the quotient of any two of them. */
function times(x: number, bound: number, { fraction, exponent }: Radius): number {
  if (x === 0) return x;
  const [a, b] = [exponentOf(Math.abs(x)), exponentOf(bound)];
  const factor = timesPowerOfTwo(bound, -b) / fraction;
  return timesPowerOfTwo(timesPowerOfTwo(x, -a) * factor, a + b - exponent);
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

function checkSize(call: string, view: NdArray<FloatData>, scaled: Float64Array): void {
  if (scaled.every((entry) => isWithin(view, entry))) return;
  throw new RangeError(`${call}: the scaled view would have entries beyond ${view.dtype}`);
}
