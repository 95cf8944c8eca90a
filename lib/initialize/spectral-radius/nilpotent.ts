import { floatKinds } from "../../internal/arrays.ts";
import { exponentOf } from "./power-of-two.ts";

/**
 * Whether all eigenvalues of an n×n matrix are 0, as far as rounding lets anyone tell. An
 * eigenvalue solver cannot tell: it returns the n-th root of the rounding error instead of 0.
 *
 * A is nilpotent if Aᵐ = 0 for some m <= n, and then tr Aᵐ = 0 for every m. A is squared again and
 * again with a bound on the error of each element. The trace of most matrices decides at once.
 */
export function isNilpotent(a: Float64Array, n: number): boolean {
  let power = a;
  let error: Float64Array = new Float64Array(n * n);
  for (let m = 1; ; m *= 2) {
    let trace = 0;
    let slack = 0;
    for (let i = 0; i < n * n; i += n + 1) {
      trace += power[i]!;
      slack += error[i]! + n * UNIT * Math.abs(power[i]!);
    }
    if (Math.abs(trace) > slack) return false;
    const bound = error;
    if (power.every((x, i) => Math.abs(x) <= bound[i]!)) return true;
    if (m >= n) return false;
    [power, error] = squared(power, error, n);
  }
}

/** The unit roundoff u. */
const UNIT = floatKinds.float64.epsilon / 2;

/**
 * B², and a bound on its distance from the exact square of any matrix within E of B:
 * |B|·E + E·(|B| + E) + (n + 2)·u·|B|·|B|. Both are divided by a power of two near the largest
 * element of B².
 */
function squared(b: Float64Array, e: Float64Array, n: number): [Float64Array, Float64Array] {
  const square = new Float64Array(n * n);
  const error = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const bik = b[i * n + k]!;
      const eik = e[i * n + k]!;
      if (bik === 0 && eik === 0) continue;
      const size = Math.abs(bik);
      const slack = eik + (n + 2) * UNIT * size;
      for (let j = 0; j < n; j++) {
        const bkj = b[k * n + j]!;
        square[i * n + j]! += bik * bkj;
        error[i * n + j]! += slack * Math.abs(bkj) + (size + eik) * e[k * n + j]!;
      }
    }
  }
  const largest = square.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  const unit = largest === 0 ? 1 : 2 ** exponentOf(largest);
  return [square.map((x) => x / unit), error.map((x) => x / unit)];
}
