/**
 * The WebAssembly kernel of softmax, in AssemblyScript: one generic source for float32 and float64.
 * `npm run build:kernel` compiles it into `rows.generated.ts`. rows-by-loop.ts has the same steps
 * in JavaScript, and says what they are. Everything is computed in float64: two columns at a time,
 * the last one alone if their number is odd.
 */
import { exp2, expOf, prepareExp, TABLE } from "../../internal/exact-math/exp.as";
import { logOf } from "../../internal/exact-math/log.as";

// @ts-ignore: decorator
@inline
function two<T>(at: usize): v128 {
  if (sizeof<T>() == 8) return v128.load(at);
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

// @ts-ignore: decorator
@inline
function storeTwo<T>(at: usize, x: v128): void {
  if (sizeof<T>() == 8) v128.store(at, x);
  else v128.store64_lane(at, f32x4.demote_f64x2_zero(x), 0);
}

/** The sum of the numbers with even indices, and that of the odd ones, to which this is added. */
// @ts-ignore: decorator
@inline
function sumOf(sums: v128): f64 {
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}

/** y_j = x_j + b_j - m with m = max_j (x_j + b_j); returns Σ_j t_j·y_j, in which 0·∞ counts as 0. */
// @ts-ignore: decorator
@inline
function lower<T>(k: i32, x: usize, bias: usize, y: usize, t: usize): f64 {
  const pairs = y + ((k & ~1) << 3);
  const isOdd = (k & 1) == 1;
  let most = f64x2.splat(-Infinity);
  let to = y;
  for (; to < pairs; to += 16, x += 2 * sizeof<T>(), bias += 16) {
    const sum = f64x2.add(two<T>(x), v128.load(bias));
    v128.store(to, sum);
    most = f64x2.pmax(most, sum);
  }
  let m = f64x2.extract_lane(most, 0);
  const other = f64x2.extract_lane(most, 1);
  if (m < other) m = other;
  if (isOdd) {
    const sum = (load<T>(x) as f64) + load<f64>(bias);
    store<f64>(to, sum);
    if (m < sum) m = sum;
  }
  const highest = f64x2.splat(m);
  let products = f64x2.splat(0);
  for (to = y; to < pairs; to += 16, t += 16) {
    const lowered = f64x2.sub(v128.load(to), highest);
    v128.store(to, lowered);
    const weight = v128.load(t);
    const product = f64x2.mul(weight, lowered);
    products = f64x2.add(products, v128.and(product, f64x2.ne(weight, f64x2.splat(0))));
  }
  if (isOdd) {
    const lowered = load<f64>(to) - m;
    store<f64>(to, lowered);
    const weight = load<f64>(t);
    const product: f64 = weight == 0 ? 0 : weight * lowered;
    products = f64x2.add(products, f64x2.replace_lane(f64x2.splat(0), 0, product));
  }
  return sumOf(products);
}

/** x_j = t_j = (w·e_j/s - t_j)·scale with s = Σ_j e_j, which is returned; t has it unrounded. */
// @ts-ignore: decorator
@inline
function finish<T>(k: i32, x: usize, e: usize, t: usize, w: f64, scale: f64): f64 {
  const pairs = e + ((k & ~1) << 3);
  const isOdd = (k & 1) == 1;
  let both = f64x2.splat(0);
  let from = e;
  for (; from < pairs; from += 16) both = f64x2.add(both, v128.load(from));
  if (isOdd) both = f64x2.add(both, f64x2.replace_lane(f64x2.splat(0), 0, load<f64>(from)));
  const s = sumOf(both);
  const divisor = f64x2.splat(s);
  const weight = f64x2.splat(w);
  const factor = f64x2.splat(scale);
  for (from = e; from < pairs; from += 16, t += 16, x += 2 * sizeof<T>()) {
    const p = f64x2.mul(weight, f64x2.div(v128.load(from), divisor));
    const error = f64x2.mul(f64x2.sub(p, v128.load(t)), factor);
    storeTwo<T>(x, error);
    v128.store(t, error);
  }
  if (isOdd) {
    const error = (w * (load<f64>(from) / s) - load<f64>(t)) * scale;
    store<T>(x, error as T);
    store<f64>(t, error);
  }
  return s;
}

/** Makes the targets of n rows from their classes, in whose place it writes the sums of the targets. */
function spread(n: i32, k: i32, t: usize, weights: usize): void {
  let at = t;
  const end = t + ((n * k) << 3);
  for (const last = end - 16; at <= last; at += 16) v128.store(at, f64x2.splat(0));
  if (at < end) store<f64>(at, 0);
  for (let i = 0; i < n; i++, weights += 8) {
    store<f64>(t + ((i * k + (load<f64>(weights) as i32)) << 3), 1);
    store<f64>(weights, 1);
  }
}

/**
 * Does the rows from `first` up to `end`, `block` of them at a time, in the scratch of its thread. Then
 * t has their unrounded errors, and `weights` the loss of each. If `oneHot` is not 0, `weights` has
 * their classes before, and t nothing. The others are addresses but for the bytes `step` between rows,
 * and `scale`.
 */
// @ts-ignore: decorator
@inline
function rows<T>(
  first: i32, end: i32, scratch: usize, block: i32, k: i32, x: usize, step: i32, bias: usize,
  t: usize, weights: usize, scale: f64, oneHot: i32,
): void {
  const length = k << 3;
  const products = scratch + TABLE;
  const y = products + (block << 3);
  prepareExp(scratch);
  for (let start = first; start < end; start += block) {
    const n = min(block, end - start);
    const x0 = x + start * step;
    const t0 = t + start * length;
    const w0 = weights + (start << 3);
    if (oneHot) spread(n, k, t0, w0);
    for (let i = 0; i < n; i++) {
      store<f64>(products + (i << 3), lower<T>(k, x0 + i * step, bias, y + i * length, t0 + i * length));
    }
    let at = y;
    const last = y + n * length;
    for (const most = last - 16; at <= most; at += 16) v128.store(at, exp2(v128.load(at), scratch));
    if (at < last) store<f64>(at, expOf(load<f64>(at)));
    for (let i = 0; i < n; i++) {
      const w = load<f64>(w0 + (i << 3));
      const s = finish<T>(k, x0 + i * step, y + i * length, t0 + i * length, w, scale);
      store<f64>(w0 + (i << 3), w * logOf(s) - load<f64>(products + (i << 3)));
    }
  }
}

export function rows64(
  first: i32, end: i32, scratch: usize, block: i32, k: i32, x: usize, step: i32, bias: usize,
  t: usize, weights: usize, scale: f64, oneHot: i32,
): void {
  rows<f64>(first, end, scratch, block, k, x, step, bias, t, weights, scale, oneHot);
}

export function rows32(
  first: i32, end: i32, scratch: usize, block: i32, k: i32, x: usize, step: i32, bias: usize,
  t: usize, weights: usize, scale: f64, oneHot: i32,
): void {
  rows<f32>(first, end, scratch, block, k, x, step, bias, t, weights, scale, oneHot);
}

/** sums_j += errors_ij, row after row; returns the loss with those of n rows added. */
export function add(n: i32, k: i32, errors: usize, losses: usize, sums: usize, loss: f64): f64 {
  for (let i = 0; i < n; i++) loss += load<f64>(losses + (i << 3));
  const length = k << 3;
  let rest = n;
  // Three rows at a time load and store the sums a third as often.
  for (; rest >= 3; rest -= 3, errors += 3 * length) {
    let from = errors;
    let to = sums;
    for (const end = sums + length - 16; to <= end; to += 16, from += 16) {
      const sum = f64x2.add(v128.load(to), v128.load(from));
      const next = f64x2.add(sum, v128.load(from + length));
      v128.store(to, f64x2.add(next, v128.load(from + 2 * length)));
    }
    if (to < sums + length) {
      const sum = load<f64>(to) + load<f64>(from) + load<f64>(from + length);
      store<f64>(to, sum + load<f64>(from + 2 * length));
    }
  }
  for (; rest > 0; rest--) {
    for (let j = 0; j < length; j += 8, errors += 8) {
      store<f64>(sums + j, load<f64>(sums + j) + load<f64>(errors));
    }
  }
  return loss;
}
