import { exponentOf, timesPowerOfTwo } from "./exponent.ts";

/**
 * D⁻¹·A·D·2⁻ᵉ with D of powers of two, so that the largest entries of the row and of the column of
 * each index are of like size, and the largest of all is in [1, 2).  Osborne 1960.
 *
 * Found on the exponents alone: neither they nor the entries leave their range on the way, and what
 * becomes 0 is less than 2⁻¹⁰⁷⁴ of the largest. It ends: each change lowers the largest entries it
 * touches, and the products along the cycles, through which all entries go, stay as they are.
 *
 * @param a in which entries other than 0 lead from each index to each other
 */
export function balanced(a: Float64Array, n: number): { matrix: Float64Array; exponent: number } {
  const exponents = Int32Array.from(a, (x) => (x === 0 ? 0 : exponentOf(Math.abs(x))));
  const d = new Int32Array(n);
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 0; i < n; i++) {
      let row = -Infinity;
      let column = -Infinity;
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        const [inRow, inColumn] = [i * n + j, j * n + i];
        if (a[inRow] !== 0) row = Math.max(row, exponents[inRow]! + d[j]!);
        if (a[inColumn] !== 0) column = Math.max(column, exponents[inColumn]! - d[j]!);
      }
      const change = Math.trunc((row - column) / 2 - d[i]!);
      if (change === 0) continue;
      changed = true;
      d[i]! += change;
    }
  }
  const shifts = exponents.map((_, k) => d[k % n]! - d[Math.floor(k / n)]!);
  const exponent = a.reduce(
    (most, x, k) => (x === 0 ? most : Math.max(most, exponents[k]! + shifts[k]!)),
    -Infinity,
  );
  const matrix = a.map((x, k) => (x === 0 ? 0 : timesPowerOfTwo(x, shifts[k]! - exponent)));
  return { matrix, exponent };
}
