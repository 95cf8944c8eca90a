/**
 * The WebAssembly kernel, in AssemblyScript: one generic source for float32 and float64.
 * `npm run build:kernel` compiles it into `plain.generated.ts` and, with relaxed SIMD, into
 * `relaxed/fused.generated.ts`.
 *
 * C (m, n) ← C + A·B, or A·B if these are the `first` terms. A vector holds two float64 or four
 * float32 columns of C. Each element of C is the sum of its products in the order of k, with one
 * rounding for each product and each sum, whatever the tile and the block: the same bits as those
 * of a plain loop. With relaxed SIMD, a processor that is able to do so fuses product and sum, with
 * one rounding for both.
 *
 * A tile keeps its part of C in registers: eight vectors, or ten where each vector of B is used as
 * soon as it is loaded. Sixteen registers have no room for more. The loops over k are written with
 * `do`, because V8 unrolls a `for` and then shuffles the accumulators.
 *
 * All lengths that end in `Row` or `Step` are in bytes. Addresses are i32.
 */

const VECTOR: i32 = 16;

// @ts-ignore: decorator
@inline
function madd<T>(x: v128, y: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    return sizeof<T>() == 8
      ? v128.relaxed_madd<f64>(x, y, sum)
      : v128.relaxed_madd<f32>(x, y, sum);
  }
  return v128.add<T>(sum, v128.mul<T>(x, y));
}

// @ts-ignore: decorator
@inline
function splat<T>(address: i32): v128 {
  return sizeof<T>() == 8 ? v128.load64_splat(address) : v128.load32_splat(address);
}

/**
 * Multiplies by a panel of B, `width` vectors wide, in tiles of `rows` rows: 1 x 6, 2 x 3..5 or
 * 4 x 1..2. Both numbers are constants where it is called, so that nothing is left of the rows and
 * vectors that a tile lacks. The last tile repeats the last row of A.
 */
// @ts-ignore: decorator
@inline
function multiplyPanel<T>(
  rows: i32, width: i32, m: i32, k: i32, a: i32, aRow: i32, aStep: i32, b: i32, bRow: i32, c: i32,
  cRow: i32, first: bool,
): void {
  for (; m > 0; m -= rows, a += rows * aRow, c += rows * cRow) {
    let a0 = a;
    let a1 = m > 1 ? a0 + aRow : a0;
    let a2 = m > 2 ? a1 + aRow : a1;
    let a3 = m > 3 ? a2 + aRow : a2;
    const d = c + cRow;
    const e = d + cRow;
    const f = e + cRow;
    let c0 = v128.splat<T>(0);
    let c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0;
    let d0 = c0, d1 = c0, d2 = c0, d3 = c0, d4 = c0, e0 = c0, e1 = c0, f0 = c0, f1 = c0;
    if (!first) {
      c0 = v128.load(c);
      if (width > 1) c1 = v128.load(c, 16);
      if (width > 2) c2 = v128.load(c, 32);
      if (width > 3) c3 = v128.load(c, 48);
      if (width > 4) c4 = v128.load(c, 64);
      if (width > 5) c5 = v128.load(c, 80);
      if (rows > 1) {
        d0 = v128.load(d);
        if (width > 1) d1 = v128.load(d, 16);
        if (width > 2) d2 = v128.load(d, 32);
        if (width > 3) d3 = v128.load(d, 48);
        if (width > 4) d4 = v128.load(d, 64);
      }
      if (rows > 2) {
        e0 = v128.load(e);
        if (width > 1) e1 = v128.load(e, 16);
        f0 = v128.load(f);
        if (width > 1) f1 = v128.load(f, 16);
      }
    }
    let bp = b;
    let p = k;
    do {
      const x = splat<T>(a0);
      const y = rows > 1 ? splat<T>(a1) : x;
      const z = rows > 2 ? splat<T>(a2) : x;
      const w = rows > 2 ? splat<T>(a3) : x;
      const b0 = v128.load(bp);
      c0 = madd<T>(x, b0, c0);
      if (rows > 1) d0 = madd<T>(y, b0, d0);
      if (rows > 2) e0 = madd<T>(z, b0, e0);
      if (rows > 2) f0 = madd<T>(w, b0, f0);
      if (width > 1) {
        const b1 = v128.load(bp, 16);
        c1 = madd<T>(x, b1, c1);
        if (rows > 1) d1 = madd<T>(y, b1, d1);
        if (rows > 2) e1 = madd<T>(z, b1, e1);
        if (rows > 2) f1 = madd<T>(w, b1, f1);
      }
      // This condition is never true. It splits the step, so that V8 (Node 20) does not load five
      // vectors at once, for which it has no registers.
      if (width == 5 && p == 0) break;
      if (width > 2) {
        const b2 = v128.load(bp, 32);
        c2 = madd<T>(x, b2, c2);
        if (rows > 1) d2 = madd<T>(y, b2, d2);
      }
      if (width > 3) {
        const b3 = v128.load(bp, 48);
        c3 = madd<T>(x, b3, c3);
        if (rows > 1) d3 = madd<T>(y, b3, d3);
      }
      if (width > 4) {
        const b4 = v128.load(bp, 64);
        c4 = madd<T>(x, b4, c4);
        if (rows > 1) d4 = madd<T>(y, b4, d4);
      }
      if (width > 5) c5 = madd<T>(x, v128.load(bp, 80), c5);
      a0 += aStep;
      if (rows > 1) a1 += aStep;
      if (rows > 2) a2 += aStep;
      if (rows > 2) a3 += aStep;
      bp += bRow;
    } while (--p);
    v128.store(c, c0);
    if (width > 1) v128.store(c, c1, 16);
    if (width > 2) v128.store(c, c2, 32);
    if (width > 3) v128.store(c, c3, 48);
    if (width > 4) v128.store(c, c4, 64);
    if (width > 5) v128.store(c, c5, 80);
    if (rows > 1) {
      v128.store(d, d0);
      if (width > 1) v128.store(d, d1, 16);
      if (width > 2) v128.store(d, d2, 32);
      if (width > 3) v128.store(d, d3, 48);
      if (width > 4) v128.store(d, d4, 64);
    }
    if (rows > 2) {
      v128.store(e, e0);
      if (width > 1) v128.store(e, e1, 16);
      v128.store(f, f0);
      if (width > 1) v128.store(f, f1, 16);
    }
  }
}

/**
 * The width in vectors of the next panel of B: 4, or 5 where that leaves no narrow panel at the end,
 * because a tile of one or two vectors loads more for each product.
 */
// @ts-ignore: decorator
@inline
function panelWidth(vectors: i32): i32 {
  if (vectors <= 5) return vectors;
  return vectors == 6 ? 3 : vectors == 10 ? 5 : 4;
}

/**
 * Multiplies by B (k, vectors), which lies in place with `bRow` bytes from row to row, or in panels
 * (`bRow` = 0). C needs room for m rows rounded up to 4, and each row for whole vectors; if m = 1 and
 * B is in place, for a multiple of six vectors.
 */
// @ts-ignore: decorator
@inline
function multiply<T>(
  m: i32, vectors: i32, k: i32, a: i32, aRow: i32, aStep: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  first: bool,
): void {
  const packed = bRow == 0;
  const single = m == 1 && !packed;
  while (vectors > 0) {
    const width = single ? 6 : panelWidth(vectors);
    const step = packed ? width * VECTOR : bRow;
    if (width == 6) multiplyPanel<T>(1, 6, m, k, a, aRow, aStep, b, step, c, cRow, first);
    else if (width == 5) multiplyPanel<T>(2, 5, m, k, a, aRow, aStep, b, step, c, cRow, first);
    else if (width == 4) multiplyPanel<T>(2, 4, m, k, a, aRow, aStep, b, step, c, cRow, first);
    else if (width == 3) multiplyPanel<T>(2, 3, m, k, a, aRow, aStep, b, step, c, cRow, first);
    else if (width == 2) multiplyPanel<T>(4, 2, m, k, a, aRow, aStep, b, step, c, cRow, first);
    else multiplyPanel<T>(4, 1, m, k, a, aRow, aStep, b, step, c, cRow, first);
    b += width * VECTOR * (packed ? k : 1);
    c += width * VECTOR;
    vectors -= width;
  }
}

/** Packs B (k, n), with any strides, into panels; the last one is filled up with zeros. */
// @ts-ignore: decorator
@inline
function pack<T>(k: i32, n: i32, from: i32, fromRow: i32, fromStep: i32, to: i32): void {
  const lanes: i32 = VECTOR / sizeof<T>();
  let vectors = (n + lanes - 1) / lanes;
  while (vectors > 0) {
    const width = panelWidth(vectors);
    const columns = width * lanes;
    const used = min(columns, n);
    for (let p = 0, row = from; p < k; p++, row += fromRow) {
      let at = row;
      let j = 0;
      if (fromStep == sizeof<T>()) {
        for (; j + lanes <= used; j += lanes, at += VECTOR, to += VECTOR) {
          v128.store(to, v128.load(at));
        }
      }
      for (; j < used; j++, at += fromStep, to += sizeof<T>()) store<T>(to, load<T>(at));
      for (; j < columns; j++, to += sizeof<T>()) store<T>(to, 0);
    }
    from += columns * fromStep;
    n -= columns;
    vectors -= width;
  }
}

/** to ← alpha·from + beta·to, both with any strides. `to` is not read if beta is 0. */
// @ts-ignore: decorator
@inline
function combine<T>(
  rows: i32, columns: i32, alpha: T, from: i32, fromRow: i32, beta: T, to: i32, toRow: i32,
  toStep: i32,
): void {
  const lanes: i32 = VECTOR / sizeof<T>();
  const alphas = v128.splat<T>(alpha);
  const betas = v128.splat<T>(beta);
  for (; rows > 0; rows--, from += fromRow, to += toRow) {
    let at = from;
    let into = to;
    let j = 0;
    if (toStep == sizeof<T>()) {
      for (; j + lanes <= columns; j += lanes, at += VECTOR, into += VECTOR) {
        let x = v128.mul<T>(alphas, v128.load(at));
        if (beta != 0) x = v128.add<T>(x, v128.mul<T>(betas, v128.load(into)));
        v128.store(into, x);
      }
    }
    for (; j < columns; j++, at += sizeof<T>(), into += toStep) {
      let x = alpha * load<T>(at);
      if (beta != 0) x += beta * load<T>(into);
      store<T>(into, x);
    }
  }
}

/**
 * Returns sum + Σ a·b in chunks of `terms`, each in order. Two chunks are summed side by side, because
 * the terms of one wait for each other.
 */
// @ts-ignore: decorator
@inline
function dot<T>(k: i32, terms: i32, a: i32, aStep: i32, b: i32, bStep: i32, sum: T): T {
  while (k > 0) {
    const first = min(k, terms);
    const second = min(k - first, terms);
    let c = a + first * aStep;
    let d = b + first * bStep;
    let s: T = 0;
    let t: T = 0;
    let q = 0;
    for (; q < second; q++, a += aStep, b += bStep, c += aStep, d += bStep) {
      s += load<T>(a) * load<T>(b);
      t += load<T>(c) * load<T>(d);
    }
    for (; q < first; q++, a += aStep, b += bStep) s += load<T>(a) * load<T>(b);
    sum = sum + s + t;
    a = c;
    b = d;
    k -= first + second;
  }
  return sum;
}

export function multiply64(
  m: i32, vectors: i32, k: i32, a: i32, aRow: i32, aStep: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  first: bool,
): void {
  multiply<f64>(m, vectors, k, a, aRow, aStep, b, bRow, c, cRow, first);
}

export function multiply32(
  m: i32, vectors: i32, k: i32, a: i32, aRow: i32, aStep: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  first: bool,
): void {
  multiply<f32>(m, vectors, k, a, aRow, aStep, b, bRow, c, cRow, first);
}

export function pack64(k: i32, n: i32, from: i32, fromRow: i32, fromStep: i32, to: i32): void {
  pack<f64>(k, n, from, fromRow, fromStep, to);
}

export function pack32(k: i32, n: i32, from: i32, fromRow: i32, fromStep: i32, to: i32): void {
  pack<f32>(k, n, from, fromRow, fromStep, to);
}

export function combine64(
  rows: i32, columns: i32, alpha: f64, from: i32, fromRow: i32, beta: f64, to: i32, toRow: i32,
  toStep: i32,
): void {
  combine<f64>(rows, columns, alpha, from, fromRow, beta, to, toRow, toStep);
}

export function combine32(
  rows: i32, columns: i32, alpha: f32, from: i32, fromRow: i32, beta: f32, to: i32, toRow: i32,
  toStep: i32,
): void {
  combine<f32>(rows, columns, alpha, from, fromRow, beta, to, toRow, toStep);
}

export function dot64(
  k: i32, terms: i32, a: i32, aStep: i32, b: i32, bStep: i32, sum: f64,
): f64 {
  return dot<f64>(k, terms, a, aStep, b, bStep, sum);
}

export function dot32(
  k: i32, terms: i32, a: i32, aStep: i32, b: i32, bStep: i32, sum: f32,
): f32 {
  return dot<f32>(k, terms, a, aStep, b, bStep, sum);
}
