/**
 * The QR factorization that everything in this family is made of: it adds rows to a triangle, so a
 * tall matrix is factored in pieces that stay in the cache, and never squared into JᵀJ.
 *
 * Householder 1958; Golub & Van Loan 2013, section 5.1; in pieces: Demmel et al. 2012, "TSQR".
 */

/** Rows to be absorbed, column by column: the element of row i and column j is `at[j·lead + i]`. */
export interface Rows {
  readonly at: Float64Array;
  readonly lead: number;
  /** All elements of column j after the first `heights[j]` are 0; heights must not decrease. */
  readonly heights: Int32Array;
}

/**
 * R ← the triangle of the QR factorization of R on top of `rows`, which are overwritten.
 *
 *     H = 1 - τ·(1, v)(1, v)ᵀ for each column, so that H·(Rₖₖ, c) = (±‖(Rₖₖ, c)‖, 0)
 *
 * Two reflections go over four columns at once, so that an element that is loaded is used twice.
 *
 * @param r upper triangle, row by row: `r[k·width + j]`; not all of its rows need be used yet
 */
export function absorbRows(r: Float64Array, width: number, { at, lead, heights }: Rows): void {
  let k = 0;
  for (; k + 1 < width; k += 2) {
    const height = heights[k + 1]!;
    const first = reflect(r, k * width + k, at, k * lead, heights[k]!);
    apply(r, k * width + k + 1, first, at, k * lead, (k + 1) * lead, heights[k]!);
    const second = reflect(r, (k + 1) * width + k + 1, at, (k + 1) * lead, height);
    if (first === 0 && second === 0) continue;
    if (first === 0) at.fill(0, k * lead, k * lead + height);
    if (second === 0) at.fill(0, (k + 1) * lead, (k + 1) * lead + height);
    applyTwo(r, width, k, first, second, at, lead, height);
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
  let squares = 0;
  for (let i = from; i < from + height; i++) squares += at[i]! * at[i]!;
  let norm = Math.sqrt(alpha * alpha + squares);
  if (!(norm > 1e-140 && norm < 1e140)) norm = scaledNorm(alpha, at, from, height);
  else if (squares === 0) return 0;
  if (norm === 0) return 0;
  const beta = alpha < 0 ? norm : -norm;
  const factor = alpha - beta;
  for (let i = from; i < from + height; i++) at[i]! /= factor;
  r[diagonal] = beta;
  return factor / -beta;
}

/** ‖(α, c)‖ where squares overflow, or lose their digits; 0 if c is. */
function scaledNorm(alpha: number, at: Float64Array, from: number, height: number): number {
  let largest = 0;
  for (let i = from; i < from + height; i++) largest = Math.max(largest, Math.abs(at[i]!));
  if (largest === 0) return 0;
  largest = Math.max(largest, Math.abs(alpha));
  let squares = (alpha / largest) * (alpha / largest);
  for (let i = from; i < from + height; i++) {
    const part = at[i]! / largest;
    squares += part * part;
  }
  return largest * Math.sqrt(squares);
}

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
  let sum = r[place]!;
  for (let i = 0; i < height; i++) sum += at[v + i]! * at[c + i]!;
  sum *= tau;
  r[place]! -= sum;
  for (let i = 0; i < height; i++) at[c + i]! -= sum * at[v + i]!;
}

function applyTwo(
  r: Float64Array,
  width: number,
  k: number,
  tau: number,
  tau2: number,
  at: Float64Array,
  lead: number,
  height: number,
): void {
  const v = k * lead;
  const u = v + lead;
  const row = k * width;
  const next = row + width;
  let mixed = 0;
  for (let i = 0; i < height; i++) mixed += at[v + i]! * at[u + i]!;
  let j = k + 2;
  for (; j + 3 < width; j += 4) {
    const a = j * lead;
    const b = a + lead;
    const c = b + lead;
    const d = c + lead;
    let a1 = 0;
    let a2 = 0;
    let b1 = 0;
    let b2 = 0;
    let c1 = 0;
    let c2 = 0;
    let d1 = 0;
    let d2 = 0;
    for (let i = 0; i < height; i++) {
      const x = at[v + i]!;
      const y = at[u + i]!;
      const p = at[a + i]!;
      const q = at[b + i]!;
      const s = at[c + i]!;
      const t = at[d + i]!;
      a1 += x * p;
      a2 += y * p;
      b1 += x * q;
      b2 += y * q;
      c1 += x * s;
      c2 += y * s;
      d1 += x * t;
      d2 += y * t;
    }
    a1 = tau * (r[row + j]! + a1);
    b1 = tau * (r[row + j + 1]! + b1);
    c1 = tau * (r[row + j + 2]! + c1);
    d1 = tau * (r[row + j + 3]! + d1);
    a2 = tau2 * (r[next + j]! + a2 - a1 * mixed);
    b2 = tau2 * (r[next + j + 1]! + b2 - b1 * mixed);
    c2 = tau2 * (r[next + j + 2]! + c2 - c1 * mixed);
    d2 = tau2 * (r[next + j + 3]! + d2 - d1 * mixed);
    r[row + j]! -= a1;
    r[row + j + 1]! -= b1;
    r[row + j + 2]! -= c1;
    r[row + j + 3]! -= d1;
    r[next + j]! -= a2;
    r[next + j + 1]! -= b2;
    r[next + j + 2]! -= c2;
    r[next + j + 3]! -= d2;
    for (let i = 0; i < height; i++) {
      const x = at[v + i]!;
      const y = at[u + i]!;
      at[a + i]! -= a1 * x + a2 * y;
      at[b + i]! -= b1 * x + b2 * y;
      at[c + i]! -= c1 * x + c2 * y;
      at[d + i]! -= d1 * x + d2 * y;
    }
  }
  for (; j < width; j++) {
    apply(r, row + j, tau, at, v, j * lead, height);
    apply(r, next + j, tau2, at, u, j * lead, height);
  }
}
