import { potentials } from "./cycle-mean.ts";
import { exponentOf, timesPowerOfTwo } from "./power-of-two.ts";

/**
 * D⁻¹·A·D·2⁻ᵉ with D of powers of two, so that the largest entries of the row and of the column of
 * each index are of like size, and the largest of all is in [1, 2).  Osborne 1960.
 *
 * Found on the exponents alone: neither they nor the entries leave their range on the way, and what
 * becomes 0 is less than 2⁻¹⁰⁷⁴ of the largest.
 *
 * @param a in which entries other than 0 lead from each index to each other
 */
export function balanced(a: Float64Array, n: number): { matrix: Float64Array; exponent: number } {
  const weights = a.map((x) => (x === 0 ? -Infinity : exponentOf(Math.abs(x))));
  let d: Int32Array = new Int32Array(n);
  even(weights, n, d);
  // Along long cycles neighbours of like size may lead far down: then from the cycles themselves.
  if (excess(weights, n, d) > 3) {
    d = potentials(weights, n);
    even(weights, n, d);
  }
  const exponent = largest(weights, n, d);
  const matrix = a.map((x, k) => {
    const shift = d[k % n]! - d[Math.floor(k / n)]! - exponent;
    return x === 0 ? 0 : timesPowerOfTwo(x, shift);
  });
  return { matrix, exponent };
}

/** Each change lowers the largest entry in the row and the column of its index. */
function even(weights: Float64Array, n: number, d: Int32Array): void {
  let changed = true;
  for (let sweeps = 0; changed && sweeps < MOST_SWEEPS; sweeps++) {
    changed = false;
    for (let i = 0; i < n; i++) {
      let row = -Infinity;
      let column = -Infinity;
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        row = Math.max(row, weights[i * n + j]! + d[j]!);
        column = Math.max(column, weights[j * n + i]! - d[j]!);
      }
      const change = Math.trunc((row - column) / 2 - d[i]!);
      if (change !== 0) changed = true;
      d[i]! += change;
    }
  }
}

/** Most matrices take three. */
const MOST_SWEEPS = 50;

const largest = (weights: Float64Array, n: number, d: Int32Array): number =>
  weights.reduce((most, x, k) => Math.max(most, x + d[k % n]! - d[Math.floor(k / n)]!), -Infinity);

/** By how much the largest entry exceeds the means of the cycles of one and two places. */
function excess(weights: Float64Array, n: number, d: Int32Array): number {
  const mean = weights.reduce(
    (most, x, k) => Math.max(most, (x + weights[(k % n) * n + Math.floor(k / n)]!) / 2),
    -Infinity,
  );
  return largest(weights, n, d) - mean;
}
