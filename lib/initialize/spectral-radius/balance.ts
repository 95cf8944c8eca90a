import { potentials } from "./cycle-mean.ts";
import { exponentOf, timesPowerOfTwo } from "./power-of-two.ts";

/**
 * Balances an irreducible matrix: D⁻¹·A·D·2⁻ᵉ with D of powers of two, so that the largest entries
 * of row i and of column i have about the same size, and the largest of all is in [1, 2).
 * Osborne 1960.
 *
 * D is found from the binary exponents of the entries alone, so nothing leaves its range on the
 * way; what becomes 0 is less than 2⁻¹⁰⁷⁴ times the largest entry.
 */
export function balanced(a: Float64Array, n: number): { matrix: Float64Array; exponent: number } {
  const exponents = a.map((x) => (x === 0 ? -Infinity : exponentOf(Math.abs(x))));
  let d: Int32Array = new Int32Array(n);
  equalize(exponents, n, d);
  // On long cycles local balancing can leave entries far apart; then the cycle means are the start.
  if (excess(exponents, n, d) > 3) {
    d = potentials(exponents, n);
    equalize(exponents, n, d);
  }
  d = refined(exponents, n, d);
  const exponent = largest(exponents, n, d);
  const matrix = a.map((x, k) => {
    const shift = d[k % n]! - d[Math.floor(k / n)]! - exponent;
    return x === 0 ? 0 : timesPowerOfTwo(x, shift);
  });
  return { matrix, exponent };
}

/** Each change of d lowers the largest entry beside the diagonal in one row and its column. */
function equalize(exponents: Float64Array, n: number, d: Int32Array): void {
  for (let sweeps = 0; sweeps < MOST_SWEEPS; sweeps++) {
    if (sweep(exponents, n, d, Math.trunc) === 0) return;
  }
}

/** Most matrices take three. */
const MOST_SWEEPS = 50;

/**
 * Integers nearest to the d that equalizes rows and columns in fractions, if d is far from it. A row
 * and a column that differ by less than 2 are left as they are above, and along a chain of vertices
 * this adds up: in the middle of 20 an entry was 2¹⁸ times the one across the diagonal.
 */
function refined(exponents: Float64Array, n: number, d: Int32Array): Int32Array {
  const fine = Float64Array.from(d);
  for (let sweeps = 0; sweeps < MOST_FINE_SWEEPS; sweeps++) {
    if (sweep(exponents, n, fine, (change) => change) * n < 1) break;
  }
  const moves = fine.map((x, i) => x - d[i]!);
  const spread = moves.reduce((a, b) => Math.max(a, b)) - moves.reduce((a, b) => Math.min(a, b));
  return spread > 4 ? Int32Array.from(fine, Math.round) : d;
}

/** Matrices without long chains take one; a chain of n takes about n²/2. */
const MOST_FINE_SWEEPS = 2000;

/** Changes each element of d once; returns the largest change. */
function sweep(
  exponents: Float64Array,
  n: number,
  d: Int32Array | Float64Array,
  rounded: (change: number) => number,
): number {
  let most = 0;
  for (let i = 0; i < n; i++) {
    let row = -Infinity;
    let column = -Infinity;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      row = Math.max(row, exponents[i * n + j]! + d[j]!);
      column = Math.max(column, exponents[j * n + i]! - d[j]!);
    }
    const change = rounded((row - column) / 2 - d[i]!);
    most = Math.max(most, Math.abs(change));
    d[i]! += change;
  }
  return most;
}

/** The exponent of the largest entry of D⁻¹·A·D. */
const largest = (exponents: Float64Array, n: number, d: Int32Array): number =>
  exponents.reduce(
    (most, x, k) => Math.max(most, x + d[k % n]! - d[Math.floor(k / n)]!),
    -Infinity,
  );

/** How far the largest entry exceeds the means of the cycles of one and two edges, in exponents. */
function excess(exponents: Float64Array, n: number, d: Int32Array): number {
  const mean = exponents.reduce(
    (most, x, k) => Math.max(most, (x + exponents[(k % n) * n + Math.floor(k / n)]!) / 2),
    -Infinity,
  );
  return largest(exponents, n, d) - mean;
}
