import { absorbRows } from "./absorb-rows.ts";
import type { Triangle } from "./factor-residuals.ts";
import { inPairs, openRows } from "./rows.ts";

/** The part of a factorization that belongs to the columns of some elements. */
export interface FreeTriangle {
  /** The elements, in order; only the first `count` are meant. */
  readonly free: Int32Array;
  count: number;
  /** The triangle of their columns and of Qᵀr, which is one column more. */
  readonly triangle: { at: Float64Array; width: number };
}

/**
 * Room for the triangles of some columns of [J | r]. `take` finds that of the elements that are not
 * on a wall. The others are moved by `step`, and the residual is what this leaves. The number at
 * the lower right is the length of the residual that the free elements cannot reach.
 */
export function openFreeTriangle({ at: full, width: stride }: Triangle): FreeTriangle & {
  readonly take: (walls: Int8Array, step: Float64Array) => void;
} {
  const n = stride - 1;
  const free = new Int32Array(n);
  const triangle = { at: new Float64Array(stride * stride), width: stride };
  const rows = openRows(n, stride);

  const take = (walls: Int8Array, step: Float64Array): void => {
    let count = 0;
    for (let j = 0; j < n; j++) if (walls[j] === 0) free[count++] = j;
    room.count = count;
    triangle.width = count + 1;
    if (count === n) {
      triangle.at.set(full);
      return;
    }
    rows.at.fill(0, 0, triangle.width * rows.lead);
    for (let p = 0; p < count; p++) {
      const j = free[p]!;
      rows.heights[p] = inPairs(j + 1);
      for (let k = 0; k <= j; k++) rows.at[p * rows.lead + k] = full[k * stride + j]!;
    }
    rows.heights[count] = inPairs(n);
    for (let k = 0; k < n; k++) {
      let sum = full[k * stride + n]!;
      for (let j = k; j < n; j++) if (walls[j] !== 0) sum += full[k * stride + j]! * step[j]!;
      rows.at[count * rows.lead + k] = sum;
    }
    triangle.at.fill(0, 0, triangle.width * triangle.width);
    triangle.at[count * triangle.width + count] = full[n * stride + n]!;
    absorbRows(triangle.at, triangle.width, rows);
  };
  const room = { free, count: 0, triangle, take };
  return room;
}

/** ‖R·eⱼ‖: the length of a column of the matrix that was factored. */
export function columnNorm({ at, width }: Triangle, j: number): number {
  let squares = 0;
  for (let k = 0; k <= j; k++) squares += at[k * width + j]! * at[k * width + j]!;
  const norm = Math.sqrt(squares);
  if (norm > 1e-140 && norm < 1e140) return norm;
  let largest = 0; // the squares may have overflowed, or lost their digits
  for (let k = 0; k <= j; k++) largest = Math.max(largest, Math.abs(at[k * width + j]!));
  if (largest === 0) return 0;
  squares = 0;
  for (let k = 0; k <= j; k++) {
    const part = at[k * width + j]! / largest;
    squares += part * part;
  }
  return largest * Math.sqrt(squares);
}

/**
 * How many columns are not combinations of those before them, up to rounding.
 *
 * @param rows of the matrix that was factored
 */
export function rankOf(triangle: Triangle, rows: number): number {
  const { at, width } = triangle;
  let rank = 0;
  for (let j = 0; j < width - 1; j++) {
    const least = Math.max(rows, width) * Number.EPSILON * columnNorm(triangle, j);
    if (Math.abs(at[j * width + j]!) > least) rank++;
  }
  return rank;
}
