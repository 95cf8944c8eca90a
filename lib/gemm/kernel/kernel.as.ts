/**
 * The WebAssembly kernel, in AssemblyScript: one generic source for float32 and float64.
 * `npm run build:kernel` compiles it into `plain.generated.ts` and, with relaxed SIMD, into
 * `relaxed/fused.generated.ts`.
 *
 * C (m, n) ← C + A·B, or A·B if these are the `first` terms. A vector holds two float64 or four
 * float32 columns of C. Each element of C is the sum of its products in the order of k, with one
 * rounding for each product and each sum, whatever the tile and the block: the same bits as those of
 * a plain loop. With relaxed SIMD, a processor that can fuses product and sum, with one rounding for
 * both.
 *
 * A tile keeps its part of C in at most eight vectors. Together with its operands, an engine cannot
 * keep more in sixteen registers: V8 moves all loads of a step before the arithmetic. The loops over
 * k are written with `do`, because V8 unrolls a `for` and then shuffles the accumulators.
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

// @ts-ignore: decorator
@inline
function tile1x6<T>(k: i32, a: i32, aStep: i32, b: i32, bRow: i32, c: i32, first: bool): void {
  let c0 = v128.splat<T>(0);
  let c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0;
  if (!first) {
    c0 = v128.load(c);
    c1 = v128.load(c, 16);
    c2 = v128.load(c, 32);
    c3 = v128.load(c, 48);
    c4 = v128.load(c, 64);
    c5 = v128.load(c, 80);
  }
  do {
    const x = splat<T>(a);
    c0 = madd<T>(x, v128.load(b), c0);
    c1 = madd<T>(x, v128.load(b, 16), c1);
    c2 = madd<T>(x, v128.load(b, 32), c2);
    c3 = madd<T>(x, v128.load(b, 48), c3);
    c4 = madd<T>(x, v128.load(b, 64), c4);
    c5 = madd<T>(x, v128.load(b, 80), c5);
    a += aStep;
    b += bRow;
  } while (--k);
  v128.store(c, c0);
  v128.store(c, c1, 16);
  v128.store(c, c2, 32);
  v128.store(c, c3, 48);
  v128.store(c, c4, 64);
  v128.store(c, c5, 80);
}

// @ts-ignore: decorator
@inline
function tile2x4<T>(
  k: i32, a0: i32, a1: i32, aStep: i32, b: i32, bRow: i32, c: i32, cRow: i32, first: bool,
): void {
  const d = c + cRow;
  let c0 = v128.splat<T>(0);
  let c1 = c0, c2 = c0, c3 = c0, d0 = c0, d1 = c0, d2 = c0, d3 = c0;
  if (!first) {
    c0 = v128.load(c);
    c1 = v128.load(c, 16);
    c2 = v128.load(c, 32);
    c3 = v128.load(c, 48);
    d0 = v128.load(d);
    d1 = v128.load(d, 16);
    d2 = v128.load(d, 32);
    d3 = v128.load(d, 48);
  }
  do {
    const x = splat<T>(a0);
    const y = splat<T>(a1);
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    c0 = madd<T>(x, b0, c0);
    c1 = madd<T>(x, b1, c1);
    c2 = madd<T>(x, b2, c2);
    c3 = madd<T>(x, b3, c3);
    d0 = madd<T>(y, b0, d0);
    d1 = madd<T>(y, b1, d1);
    d2 = madd<T>(y, b2, d2);
    d3 = madd<T>(y, b3, d3);
    a0 += aStep;
    a1 += aStep;
    b += bRow;
  } while (--k);
  v128.store(c, c0);
  v128.store(c, c1, 16);
  v128.store(c, c2, 32);
  v128.store(c, c3, 48);
  v128.store(d, d0);
  v128.store(d, d1, 16);
  v128.store(d, d2, 32);
  v128.store(d, d3, 48);
}

// @ts-ignore: decorator
@inline
function tile2x3<T>(
  k: i32, a0: i32, a1: i32, aStep: i32, b: i32, bRow: i32, c: i32, cRow: i32, first: bool,
): void {
  const d = c + cRow;
  let c0 = v128.splat<T>(0);
  let c1 = c0, c2 = c0, d0 = c0, d1 = c0, d2 = c0;
  if (!first) {
    c0 = v128.load(c);
    c1 = v128.load(c, 16);
    c2 = v128.load(c, 32);
    d0 = v128.load(d);
    d1 = v128.load(d, 16);
    d2 = v128.load(d, 32);
  }
  do {
    const x = splat<T>(a0);
    const y = splat<T>(a1);
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    c0 = madd<T>(x, b0, c0);
    c1 = madd<T>(x, b1, c1);
    c2 = madd<T>(x, b2, c2);
    d0 = madd<T>(y, b0, d0);
    d1 = madd<T>(y, b1, d1);
    d2 = madd<T>(y, b2, d2);
    a0 += aStep;
    a1 += aStep;
    b += bRow;
  } while (--k);
  v128.store(c, c0);
  v128.store(c, c1, 16);
  v128.store(c, c2, 32);
  v128.store(d, d0);
  v128.store(d, d1, 16);
  v128.store(d, d2, 32);
}

// @ts-ignore: decorator
@inline
function tile4x2<T>(
  k: i32, a0: i32, a1: i32, a2: i32, a3: i32, aStep: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  first: bool,
): void {
  const d = c + cRow;
  const e = d + cRow;
  const f = e + cRow;
  let c0 = v128.splat<T>(0);
  let c1 = c0, d0 = c0, d1 = c0, e0 = c0, e1 = c0, f0 = c0, f1 = c0;
  if (!first) {
    c0 = v128.load(c);
    c1 = v128.load(c, 16);
    d0 = v128.load(d);
    d1 = v128.load(d, 16);
    e0 = v128.load(e);
    e1 = v128.load(e, 16);
    f0 = v128.load(f);
    f1 = v128.load(f, 16);
  }
  do {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const x = splat<T>(a0);
    const y = splat<T>(a1);
    const z = splat<T>(a2);
    const w = splat<T>(a3);
    c0 = madd<T>(x, b0, c0);
    c1 = madd<T>(x, b1, c1);
    d0 = madd<T>(y, b0, d0);
    d1 = madd<T>(y, b1, d1);
    e0 = madd<T>(z, b0, e0);
    e1 = madd<T>(z, b1, e1);
    f0 = madd<T>(w, b0, f0);
    f1 = madd<T>(w, b1, f1);
    a0 += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += bRow;
  } while (--k);
  v128.store(c, c0);
  v128.store(c, c1, 16);
  v128.store(d, d0);
  v128.store(d, d1, 16);
  v128.store(e, e0);
  v128.store(e, e1, 16);
  v128.store(f, f0);
  v128.store(f, f1, 16);
}

// @ts-ignore: decorator
@inline
function tile4x1<T>(
  k: i32, a0: i32, a1: i32, a2: i32, a3: i32, aStep: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  first: bool,
): void {
  const d = c + cRow;
  const e = d + cRow;
  const f = e + cRow;
  let c0 = v128.splat<T>(0);
  let d0 = c0, e0 = c0, f0 = c0;
  if (!first) {
    c0 = v128.load(c);
    d0 = v128.load(d);
    e0 = v128.load(e);
    f0 = v128.load(f);
  }
  do {
    const b0 = v128.load(b);
    c0 = madd<T>(splat<T>(a0), b0, c0);
    d0 = madd<T>(splat<T>(a1), b0, d0);
    e0 = madd<T>(splat<T>(a2), b0, e0);
    f0 = madd<T>(splat<T>(a3), b0, f0);
    a0 += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += bRow;
  } while (--k);
  v128.store(c, c0);
  v128.store(d, d0);
  v128.store(e, e0);
  v128.store(f, f0);
}

/**
 * The width in vectors of the next panel of B. If B is read in place, wide panels use whole cache
 * lines; if it is packed, narrow ones leave registers for four rows. A last panel of one vector would
 * be slow, so the last three vectors go together.
 */
// @ts-ignore: decorator
@inline
function panelWidth(vectors: i32, packed: bool): i32 {
  if (vectors == 3 || vectors == 5) return 3;
  if (vectors > 3 && !packed) return 4;
  return vectors > 1 ? 2 : 1;
}

/**
 * Multiplies by B (k, vectors), which lies in place with `bRow` bytes from row to row, or in panels
 * (`bRow` = 0). The last tile of rows repeats row m - 1 of A. So C needs room for m rows rounded up
 * to 4, and each row for whole vectors; if m = 1 and B is in place, for a multiple of six vectors.
 */
// @ts-ignore: decorator
@inline
function multiply<T>(
  m: i32, vectors: i32, k: i32, a: i32, aRow: i32, aStep: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  first: bool,
): void {
  const packed = bRow == 0;
  if (m == 1 && !packed) {
    for (; vectors > 0; vectors -= 6) {
      tile1x6<T>(k, a, aStep, b, bRow, c, first);
      b += 6 * VECTOR;
      c += 6 * VECTOR;
    }
    return;
  }
  const last = a + (m - 1) * aRow;
  while (vectors > 0) {
    const width = panelWidth(vectors, packed);
    const panelRow = packed ? width * VECTOR : bRow;
    let ai = a;
    let ci = c;
    if (width > 2) {
      for (let i = 0; i < m; i += 2) {
        const a1 = i + 1 < m ? ai + aRow : last;
        if (width == 4) tile2x4<T>(k, ai, a1, aStep, b, panelRow, ci, cRow, first);
        else tile2x3<T>(k, ai, a1, aStep, b, panelRow, ci, cRow, first);
        ai += 2 * aRow;
        ci += 2 * cRow;
      }
    } else {
      for (let i = 0; i < m; i += 4) {
        const a1 = i + 1 < m ? ai + aRow : last;
        const a2 = i + 2 < m ? a1 + aRow : last;
        const a3 = i + 3 < m ? a2 + aRow : last;
        if (width == 2) tile4x2<T>(k, ai, a1, a2, a3, aStep, b, panelRow, ci, cRow, first);
        else tile4x1<T>(k, ai, a1, a2, a3, aStep, b, panelRow, ci, cRow, first);
        ai += 4 * aRow;
        ci += 4 * cRow;
      }
    }
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
    const width = panelWidth(vectors, true);
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
