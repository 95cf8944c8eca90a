import { exponentOf } from "./power-of-two.ts";

/**
 * Whether all eigenvalues of an n×n matrix are 0, as far as rounding lets anyone tell. An
 * eigenvalue solver cannot say: it returns the n-th root of the rounding instead of 0.
 *
 * A is nilpotent when Aᵐ = 0 for some m <= n, and then tr Aᵐ = 0 for every m. A is squared with a
 * bound on the error of each element: the trace of most matrices tells before the first square.
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

const UNIT = 2 ** -53;

/**
 * B² and what separates it at most from the exact square of a matrix within E of B:
 * |B|·E + E·(|B| + E) + (n + 2)·u·|B|·|B|, both divided by a power of two near the largest |bᵢⱼ|.
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
