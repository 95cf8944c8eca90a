import type { Rows } from "./rows.ts";
import { isSafeNorm, scaledNorm } from "./scaled-norm.ts";

/**
 * The QR factorization that everything in this family is made of: it adds rows to a triangle, so a
 * tall matrix is factored in pieces that stay in the cache, and never squared into JᵀJ.
 *
 * Householder 1958; Golub & Van Loan 2013, section 5.1; in pieces: Demmel et al. 2012, "TSQR".
 */

/**
 * R ← the triangle of the QR factorization of R on top of `rows`, which are overwritten.
 *
 *     H = 1 - τ·(1, v)(1, v)ᵀ for each column, so that H·(Rₖₖ, c) = (±‖(Rₖₖ, c)‖, 0)
 *
 * Two reflections go over the columns at once, so that an element that is loaded is used twice.
 *
 * @param r upper triangle, row by row: `r[k·width + j]`; not all of its rows need be used yet
 */
export function absorbRows(r: Float64Array, width: number, rows: Rows): void {
  const { at, lead, heights } = rows;
  let k = 0;
  for (; k + 1 < width; k += 2) {
    const v = k * lead;
    const u = v + lead;
    const height = heights[k + 1]!;
    const first = reflect(r, k * width + k, at, v, heights[k]!);
    apply(r, k * width + k + 1, first, at, v, u, heights[k]!);
    const second = reflect(r, (k + 1) * width + k + 1, at, u, height);
    if (first === 0 && second === 0) continue;
    if (first === 0) at.fill(0, v, v + height);
    if (second === 0) at.fill(0, u, u + height);
    rows.reflectTwo(r, width, k, first, second, dot(at, v, u, height), at, lead, height);
  }
  if (k < width) reflect(r, k * width + k, at, k * lead, heights[k]!);
}

/** Makes the reflection of one column, v in its place and Rₖₖ; returns τ, 0 if there is nothing to do. */
function reflect(
  r: Float64Array,
  diagonal: number,
  at: Float64Array,
  from: number,
  height: number,
) {
  const alpha = r[diagonal]!;
  const squares = dot(at, from, from, height);
  let norm = Math.sqrt(alpha * alpha + squares);
  if (isSafeNorm(norm)) {
    if (squares === 0) return 0;
  } else if (scaledNorm(0, at, from, height, 1) === 0) return 0;
  else norm = scaledNorm(alpha, at, from, height, 1);
  const beta = alpha < 0 ? norm : -norm;
  const factor = alpha - beta;
  for (let i = from; i < from + height; i++) at[i]! /= factor;
  r[diagonal] = beta;
  return factor / -beta;
}

/** Applies the reflection v to the column c. */
function apply(
  r: Float64Array,
  place: number,
  tau: number,
  at: Float64Array,
  v: number,
  c: number,
  height: number,
): void {
  if (tau === 0) return;
  const sum = tau * (r[place]! + dot(at, v, c, height));
  r[place]! -= sum;
  for (let i = 0; i < height; i++) at[c + i]! -= sum * at[v + i]!;
}

/** vᵀ·c, with a sum of its own for the even rows, and for the odd ones. */
function dot(at: Float64Array, v: number, c: number, height: number): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < height; i += 2) {
    even += at[v + i]! * at[c + i]!;
    odd += at[v + i + 1]! * at[c + i + 1]!;
  }
  return even + odd;
}
