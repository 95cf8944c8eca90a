/** What LAPACK does before it looks for eigenvalues: neither step rounds, both save digits. */
import { exponentOf } from "./exponent.ts";

/**
 * Takes out eigenvalues that stand on the diagonal: where a row or a column has nothing beside it.
 * Returns them with the matrix that is left, in which every row and column has something.
 */
export function isolated(a: Float64Array, n: number): { alone: number[]; rest: Float64Array } {
  const alone: number[] = [];
  let left = Array.from({ length: n }, (_, i) => i);
  for (;;) {
    const i = left.find(
      (row) =>
        left.every((j) => j === row || a[row * n + j] === 0) ||
        left.every((j) => j === row || a[j * n + row] === 0),
    );
    if (i === undefined) break;
    alone.push(a[i * n + i]!);
    left = left.filter((j) => j !== i);
  }
  return { alone, rest: Float64Array.from(left.flatMap((i) => left.map((j) => a[i * n + j]!))) };
}

/**
 * D⁻¹·A·D with D of powers of two, so that the rows and columns of each index are of like size.
 * Osborne 1960; Parlett & Reinsch 1969.
 */
export function balanced(matrix: Float64Array, n: number): Float64Array {
  const a = matrix.slice();
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 0; i < n; i++) {
      let column = 0;
      let row = 0;
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        column += Math.abs(a[j * n + i]!);
        row += Math.abs(a[i * n + j]!);
      }
      const f = 2 ** ((exponentOf(row) - exponentOf(column)) >> 1);
      if (column * f + row / f >= 0.95 * (column + row)) continue;
      changed = true;
      for (let j = 0; j < n; j++) {
        a[j * n + i]! *= f;
        a[i * n + j]! /= f;
      }
    }
  }
  return a;
}
