import type { Triangle } from "../factor/factor-residuals.ts";

/** The inverse of RᵀR on what R determines, and the directions that it does not determine. */
export interface PivotedInverse {
  readonly rank: number;
  /** (RᵀR)⁻¹, row by row; 0 at columns that depend on others. */
  readonly inverse: Float64Array;
  /** A basis of the directions that R maps to 0, each of length 1. */
  readonly directions: readonly Float64Array[];
}

/**
 * Inverts RᵀR for the upper left of a triangle whose columns are divided by `scale`. Columns are
 * taken in the order of what they add to those before; the rank is the number of those that add
 * more than rounding.
 *
 *     R·P = Q·S,  (RᵀR)⁻¹ = P·S⁻¹·S⁻ᵀ·Pᵀ            Businger & Golub 1965; Golub & Van Loan 2013,
 *     S = [S₁ S₂; 0 0],  null vectors P·[-S₁⁻¹·S₂; 1]     sections 5.4 and 5.5
 *
 * @param rounding the part of a column that may be rounding
 */
export function pivotedInverse(
  { at, width }: Triangle,
  scale: Float64Array,
  rounding: number,
): PivotedInverse {
  const n = width - 1;
  // Column j of the matrix is columns[j], until it is swapped.
  const columns = Array.from({ length: n }, (_, j) =>
    Float64Array.from({ length: n }, (_row, k) => (k > j ? 0 : at[k * width + j]! / scale[j]!)),
  );
  const order = Array.from({ length: n }, (_, j) => j);
  let rank = 0;
  let largest = 0;
  for (; rank < n; rank++) {
    const k = rank;
    const sizes = columns.map((column, j) => (j < k ? -1 : norm(column, k)));
    const pivot = sizes.indexOf(Math.max(...sizes));
    if (k === 0) largest = sizes[pivot]!;
    if (!(sizes[pivot]! > rounding * largest)) break;
    [columns[k], columns[pivot]] = [columns[pivot]!, columns[k]!];
    [order[k], order[pivot]] = [order[pivot]!, order[k]!];
    reflect(columns, k, sizes[pivot]!);
  }
  const solved = columns.map((column, j) => solve(columns, rank, j < rank ? unit(j, n) : column));
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j < rank; j++) {
      let sum = 0; // row i of S⁻¹ times row j of it
      for (let k = Math.max(i, j); k < rank; k++) sum += solved[k]![i]! * solved[k]![j]!;
      inverse[order[i]! * n + order[j]!] = sum;
    }
  }
  const directions = solved.slice(rank).map((column, j) => {
    const direction = new Float64Array(n);
    for (let k = 0; k < rank; k++) direction[order[k]!] = -column[k]!;
    direction[order[rank + j]!] = 1;
    const length = norm(direction, 0);
    return direction.map((own) => own / length);
  });
  return { rank, inverse, directions };
}

const unit = (j: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, k) => (k === j ? 1 : 0));

function norm(column: Float64Array, from: number): number {
  let squares = 0;
  for (let k = from; k < column.length; k++) squares += column[k]! * column[k]!;
  return Math.sqrt(squares);
}

/** Reflects column k to its first k + 1 elements, and the columns after it. */
function reflect(columns: readonly Float64Array[], k: number, size: number): void {
  const n = columns.length;
  const own = columns[k]!;
  const beta = own[k]! < 0 ? size : -size;
  const v = own.slice();
  v[k]! -= beta;
  const factor = 1 / (-beta * v[k]!); // 2/‖v‖²
  own[k] = beta;
  own.fill(0, k + 1);
  for (let j = k + 1; j < n; j++) {
    const column = columns[j]!;
    let sum = 0;
    for (let i = k; i < n; i++) sum += v[i]! * column[i]!;
    for (let i = k; i < n; i++) column[i]! -= factor * sum * v[i]!;
  }
}

/** S₁⁻¹·b. */
function solve(columns: readonly Float64Array[], rank: number, b: Float64Array): Float64Array {
  const solution = b.slice(0, rank);
  for (let k = rank - 1; k >= 0; k--) {
    for (let j = k + 1; j < rank; j++) solution[k]! -= columns[j]![k]! * solution[j]!;
    solution[k]! /= columns[k]![k]!;
  }
  return solution;
}
