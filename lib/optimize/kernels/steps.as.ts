/**
 * The WebAssembly kernels of rules and line searches, in AssemblyScript: one generic source for
 * float32 and float64. `npm run build:kernel` compiles it into `steps.generated.ts`.
 *
 * Only + - * /, square roots, max and min are used, and no two of them are fused, so each element
 * has the bits of step-loops.ts, where the formulas are; float32 is computed in float64, and
 * rounded where the loops store it. Two elements are done at a time.
 */

// @ts-ignore: decorator
@inline
function get<T>(p: usize): v128 {
  if (sizeof<T>() == 8) return v128.load(p);
  return f64x2.promote_low_f32x4(v128.load64_zero(p));
}

// @ts-ignore: decorator
@inline
function put<T>(p: usize, x: v128): void {
  if (sizeof<T>() == 8) v128.store(p, x);
  else v128.store64_lane(p, f32x4.demote_f64x2_zero(x), 0);
}

/** The numbers as an array of T holds them. */
// @ts-ignore: decorator
@inline
function rounded<T>(x: v128): v128 {
  if (sizeof<T>() == 8) return x;
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(x));
}

/** Number i of the formula, twice. */
// @ts-ignore: decorator
@inline
function number(k: usize, i: i32): v128 {
  return v128.load64_splat(k + 8 * i);
}

// @ts-ignore: decorator
@inline
function add(x: v128, y: v128): v128 { return f64x2.add(x, y); }
// @ts-ignore: decorator
@inline
function sub(x: v128, y: v128): v128 { return f64x2.sub(x, y); }
// @ts-ignore: decorator
@inline
function mul(x: v128, y: v128): v128 { return f64x2.mul(x, y); }
// @ts-ignore: decorator
@inline
function div(x: v128, y: v128): v128 { return f64x2.div(x, y); }
// @ts-ignore: decorator
@inline
function root(x: v128): v128 { return f64x2.sqrt(x); }
// @ts-ignore: decorator
@inline
function one(): v128 { return f64x2.splat(1); }

/** kept·x + (1 - kept)·y·y */
// @ts-ignore: decorator
@inline
function mix(kept: v128, x: v128, y: v128): v128 {
  return add(mul(kept, x), mul(mul(sub(one(), kept), y), y));
}

/*
 * The updates. All of them take n elements, an even number; the addresses of up to five rows; that of
 * the numbers in the formula; and those of two rates, each with the bytes from a pair to the next, 0
 * if a pair is for all. They return 0, or the largest element of the rates that they adapt.
 */

// @ts-ignore: decorator
@inline
function descend<T>(nesterov: bool, n: usize, x: usize, g: usize, s: usize, a: usize, da: usize, b: usize, db: usize): f64 {
  for (const end = x + n * sizeof<T>(); x < end; x += 2 * sizeof<T>(), g += 2 * sizeof<T>(), s += 2 * sizeof<T>(), a += da, b += db) {
    const inertia = mul(v128.load(b), get<T>(s));
    const correction = mul(v128.load(a), get<T>(g));
    const whole = add(inertia, correction);
    put<T>(s, whole);
    put<T>(x, sub(get<T>(x), nesterov ? correction : whole));
  }
  return 0;
}

// @ts-ignore: decorator
@inline
function moments<T>(ahead: bool, n: usize, x: usize, g: usize, m: usize, v: usize, s: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 {
  const correction = number(k, 0);
  const beta1 = number(k, 2);
  const rest1 = sub(one(), beta1);
  const beta2 = number(k, 3);
  const epsilon = number(k, 4);
  for (const end = x + n * sizeof<T>(); x < end; x += 2 * sizeof<T>(), g += 2 * sizeof<T>(), m += 2 * sizeof<T>(), v += 2 * sizeof<T>(), a += da) {
    const slope = get<T>(g);
    const mean = add(mul(beta1, get<T>(m)), mul(rest1, slope));
    const square = mix(beta2, get<T>(v), slope);
    put<T>(m, mean);
    put<T>(v, square);
    const change = div(mul(mul(v128.load(a), correction), mean), add(root(square), epsilon));
    put<T>(x, sub(get<T>(x), change));
    if (ahead) {
      put<T>(s, add(mul(v128.load(b), get<T>(s)), change));
      s += 2 * sizeof<T>();
      b += db;
    }
  }
  return 0;
}

// @ts-ignore: decorator
@inline
function momentsW<T>(n: usize, x: usize, g: usize, m: usize, v: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 {
  const ofMean = number(k, 0);
  const ofSquare = number(k, 1);
  const beta1 = number(k, 2);
  const rest1 = sub(one(), beta1);
  const beta2 = number(k, 3);
  const epsilon = number(k, 4);
  for (const end = x + n * sizeof<T>(); x < end; x += 2 * sizeof<T>(), g += 2 * sizeof<T>(), m += 2 * sizeof<T>(), v += 2 * sizeof<T>(), a += da, b += db) {
    const slope = get<T>(g);
    const mean = add(mul(beta1, get<T>(m)), mul(rest1, slope));
    const square = mix(beta2, get<T>(v), slope);
    put<T>(m, mean);
    put<T>(v, square);
    const change = div(div(mean, ofMean), add(root(div(square, ofSquare)), epsilon));
    const at = get<T>(x);
    put<T>(x, sub(at, mul(v128.load(a), add(change, mul(v128.load(b), at)))));
  }
  return 0;
}

// @ts-ignore: decorator
@inline
function meanSquares<T>(adapts: bool, n: usize, x: usize, g: usize, r: usize, s: usize, own: usize, k: usize, b: usize, db: usize, a: usize, da: usize): f64 {
  const decay = number(k, 2);
  const epsilon = number(k, 3);
  const grow = add(one(), number(k, 4));
  const shrink = sub(one(), number(k, 4));
  const least = number(k, 5);
  const most = number(k, 6);
  let largest = f64x2.splat(0);
  for (const end = x + n * sizeof<T>(); x < end; x += 2 * sizeof<T>(), g += 2 * sizeof<T>(), r += 2 * sizeof<T>(), s += 2 * sizeof<T>(), b += db) {
    const slope = get<T>(g);
    const last = get<T>(s);
    const square = rounded<T>(mix(decay, get<T>(r), slope));
    put<T>(r, square);
    const rate = adapts ? get<T>(own) : v128.load(a);
    const change = div(mul(rate, slope), root(add(square, epsilon)));
    put<T>(x, sub(get<T>(x), change));
    const step = rounded<T>(add(mul(v128.load(b), last), change));
    put<T>(s, step);
    if (adapts) {
      const zero = f64x2.splat(0);
      const differ = v128.xor(f64x2.gt(last, zero), f64x2.gt(step, zero));
      const factor = v128.bitselect(shrink, grow, differ);
      const next = rounded<T>(f64x2.min(f64x2.max(mul(rate, factor), least), most));
      put<T>(own, next);
      largest = f64x2.max(largest, next);
      own += 2 * sizeof<T>();
    } else {
      a += da;
    }
  }
  return max<f64>(f64x2.extract_lane(largest, 0), f64x2.extract_lane(largest, 1));
}

// @ts-ignore: decorator
@inline
function squareSteps<T>(n: usize, x: usize, g: usize, r: usize, q: usize, s: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 {
  const decay = number(k, 2);
  const epsilon = number(k, 3);
  for (const end = x + n * sizeof<T>(); x < end; x += 2 * sizeof<T>(), g += 2 * sizeof<T>(), r += 2 * sizeof<T>(), q += 2 * sizeof<T>(), s += 2 * sizeof<T>(), a += da, b += db) {
    const slope = get<T>(g);
    const square = mix(decay, get<T>(r), slope);
    put<T>(r, square);
    const steps = get<T>(q);
    const ratio = div(root(add(steps, epsilon)), root(add(square, epsilon)));
    const change = mul(mul(ratio, slope), v128.load(a));
    put<T>(x, sub(get<T>(x), change));
    const whole = add(mul(v128.load(b), get<T>(s)), change);
    put<T>(s, whole);
    put<T>(q, mix(decay, steps, whole));
  }
  return 0;
}

/** -1, 1, or the number itself if it is a zero or no number. */
// @ts-ignore: decorator
@inline
function sign(x: v128): v128 {
  const signed = v128.bitselect(x, one(), f64x2.splat(-0.0));
  return v128.bitselect(signed, x, f64x2.gt(f64x2.abs(x), f64x2.splat(0)));
}

// @ts-ignore: decorator
@inline
function signSteps<T>(n: usize, x: usize, g: usize, s: usize, l: usize, k: usize): f64 {
  const grow = number(k, 2);
  const shrink = number(k, 3);
  const least = number(k, 4);
  const most = number(k, 5);
  const zero = f64x2.splat(0);
  for (const end = x + n * sizeof<T>(); x < end; x += 2 * sizeof<T>(), g += 2 * sizeof<T>(), s += 2 * sizeof<T>(), l += 2 * sizeof<T>()) {
    const slope = get<T>(g);
    const way = sign(slope);
    const agreement = mul(way, sign(get<T>(l)));
    const shrunk = v128.bitselect(shrink, one(), f64x2.lt(agreement, zero));
    const factor = v128.bitselect(grow, shrunk, f64x2.gt(agreement, zero));
    const length = f64x2.min(f64x2.max(mul(get<T>(s), factor), least), most);
    put<T>(s, length);
    put<T>(x, sub(get<T>(x), mul(length, way)));
    put<T>(l, slope);
  }
  return 0;
}

/** out ← α·x + β·y, n even */
// @ts-ignore: decorator
@inline
function blend<T>(n: usize, out: usize, x: usize, y: usize, alpha: f64, beta: f64): void {
  const a = f64x2.splat(alpha);
  const b = f64x2.splat(beta);
  for (const end = out + n * sizeof<T>(); out < end; out += 2 * sizeof<T>(), x += 2 * sizeof<T>(), y += 2 * sizeof<T>()) {
    put<T>(out, add(mul(a, get<T>(x)), mul(b, get<T>(y))));
  }
}

export function gradientDescent64(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return descend<f64>(false, n, x, g, p, a, da, b, db); }
export function gradientDescent32(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return descend<f32>(false, n, x, g, p, a, da, b, db); }
export function nesterov64(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return descend<f64>(true, n, x, g, p, a, da, b, db); }
export function nesterov32(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return descend<f32>(true, n, x, g, p, a, da, b, db); }
export function adam64(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return moments<f64>(false, n, x, g, p, q, r, k, a, da, b, db); }
export function adam32(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return moments<f32>(false, n, x, g, p, q, r, k, a, da, b, db); }
export function adamAhead64(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return moments<f64>(true, n, x, g, p, q, r, k, a, da, b, db); }
export function adamAhead32(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return moments<f32>(true, n, x, g, p, q, r, k, a, da, b, db); }
export function adamW64(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return momentsW<f64>(n, x, g, p, q, k, a, da, b, db); }
export function adamW32(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return momentsW<f32>(n, x, g, p, q, k, a, da, b, db); }
export function rmsProp64(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return meanSquares<f64>(false, n, x, g, p, q, r, k, a, da, b, db); }
export function rmsProp32(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return meanSquares<f32>(false, n, x, g, p, q, r, k, a, da, b, db); }
export function rmsPropAdapted64(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return meanSquares<f64>(true, n, x, g, p, q, r, k, a, da, b, db); }
export function rmsPropAdapted32(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return meanSquares<f32>(true, n, x, g, p, q, r, k, a, da, b, db); }
export function adadelta64(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return squareSteps<f64>(n, x, g, p, q, r, k, a, da, b, db); }
export function adadelta32(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return squareSteps<f32>(n, x, g, p, q, r, k, a, da, b, db); }
export function rprop64(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return signSteps<f64>(n, x, g, p, q, k); }
export function rprop32(n: usize, x: usize, g: usize, p: usize, q: usize, r: usize, k: usize, a: usize, da: usize, b: usize, db: usize): f64 { return signSteps<f32>(n, x, g, p, q, k); }

/*
 * The sums of n elements, any number. Each is made of partial sums, which begin in memory and end
 * there: of 8 of them, element i is added to number i modulo 8; of 2, to number i modulo 2.
 */

// @ts-ignore: decorator
@inline
function load1<T>(p: usize): f64 {
  return load<T>(p) as f64;
}

// @ts-ignore: decorator
@inline
function addTo(sum: usize, x: f64): void {
  store<f64>(sum, load<f64>(sum) + x);
}

// @ts-ignore: decorator
@inline
function eightSums<T>(sizes: bool, n: usize, x: usize, y: usize, sum: usize): void {
  let s0 = v128.load(sum);
  let s1 = v128.load(sum, 16);
  let s2 = v128.load(sum, 32);
  let s3 = v128.load(sum, 48);
  const end = x + n * sizeof<T>();
  for (const whole = x + (n & ~7) * sizeof<T>(); x < whole; x += 8 * sizeof<T>(), y += 8 * sizeof<T>()) {
    const x0 = get<T>(x);
    const x1 = get<T>(x + 2 * sizeof<T>());
    const x2 = get<T>(x + 4 * sizeof<T>());
    const x3 = get<T>(x + 6 * sizeof<T>());
    s0 = add(s0, sizes ? f64x2.abs(x0) : mul(x0, get<T>(y)));
    s1 = add(s1, sizes ? f64x2.abs(x1) : mul(x1, get<T>(y + 2 * sizeof<T>())));
    s2 = add(s2, sizes ? f64x2.abs(x2) : mul(x2, get<T>(y + 4 * sizeof<T>())));
    s3 = add(s3, sizes ? f64x2.abs(x3) : mul(x3, get<T>(y + 6 * sizeof<T>())));
  }
  v128.store(sum, s0);
  v128.store(sum, s1, 16);
  v128.store(sum, s2, 32);
  v128.store(sum, s3, 48);
  for (; x < end; x += sizeof<T>(), y += sizeof<T>(), sum += 8) {
    addTo(sum, sizes ? abs<f64>(load1<T>(x)) : load1<T>(x) * load1<T>(y));
  }
}

/** xᵀy, xᵀx, yᵀy */
// @ts-ignore: decorator
@inline
function threeSums<T>(n: usize, x: usize, y: usize, sum: usize): void {
  let xy = v128.load(sum);
  let xx = v128.load(sum, 16);
  let yy = v128.load(sum, 32);
  for (const whole = x + (n & ~1) * sizeof<T>(); x < whole; x += 2 * sizeof<T>(), y += 2 * sizeof<T>()) {
    const v = get<T>(x);
    const w = get<T>(y);
    xy = add(xy, mul(v, w));
    xx = add(xx, mul(v, v));
    yy = add(yy, mul(w, w));
  }
  v128.store(sum, xy);
  v128.store(sum, xx, 16);
  v128.store(sum, yy, 32);
  if ((n & 1) == 0) return;
  const v = load1<T>(x);
  const w = load1<T>(y);
  addTo(sum, v * w);
  addTo(sum + 16, v * v);
  addTo(sum + 32, w * w);
}

/** With y = g - l: sᵀy, yᵀy, yᵀg, sᵀg, sᵀs, sᵀl */
// @ts-ignore: decorator
@inline
function sixSums<T>(n: usize, g: usize, l: usize, s: usize, sum: usize): void {
  let sy = v128.load(sum);
  let yy = v128.load(sum, 16);
  let yg = v128.load(sum, 32);
  let sg = v128.load(sum, 48);
  let ss = v128.load(sum, 64);
  let sl = v128.load(sum, 80);
  for (const whole = g + (n & ~1) * sizeof<T>(); g < whole; g += 2 * sizeof<T>(), l += 2 * sizeof<T>(), s += 2 * sizeof<T>()) {
    const now = get<T>(g);
    const last = get<T>(l);
    const step = get<T>(s);
    const y = sub(now, last);
    sy = add(sy, mul(step, y));
    yy = add(yy, mul(y, y));
    yg = add(yg, mul(y, now));
    sg = add(sg, mul(step, now));
    ss = add(ss, mul(step, step));
    sl = add(sl, mul(step, last));
  }
  v128.store(sum, sy);
  v128.store(sum, yy, 16);
  v128.store(sum, yg, 32);
  v128.store(sum, sg, 48);
  v128.store(sum, ss, 64);
  v128.store(sum, sl, 80);
  if ((n & 1) == 0) return;
  const now = load1<T>(g);
  const last = load1<T>(l);
  const step = load1<T>(s);
  const y = now - last;
  addTo(sum, step * y);
  addTo(sum + 16, y * y);
  addTo(sum + 32, y * now);
  addTo(sum + 48, step * now);
  addTo(sum + 64, step * step);
  addTo(sum + 80, step * last);
}

export function combine64(n: usize, out: usize, x: usize, y: usize, a: f64, b: f64): void { blend<f64>(n, out, x, y, a, b); }
export function combine32(n: usize, out: usize, x: usize, y: usize, a: f64, b: f64): void { blend<f32>(n, out, x, y, a, b); }
export function dot64(n: usize, x: usize, y: usize, z: usize, sum: usize): void { eightSums<f64>(false, n, x, y, sum); }
export function dot32(n: usize, x: usize, y: usize, z: usize, sum: usize): void { eightSums<f32>(false, n, x, y, sum); }
export function sizes64(n: usize, x: usize, y: usize, z: usize, sum: usize): void { eightSums<f64>(true, n, x, y, sum); }
export function sizes32(n: usize, x: usize, y: usize, z: usize, sum: usize): void { eightSums<f32>(true, n, x, y, sum); }
export function products64(n: usize, x: usize, y: usize, z: usize, sum: usize): void { threeSums<f64>(n, x, y, sum); }
export function products32(n: usize, x: usize, y: usize, z: usize, sum: usize): void { threeSums<f32>(n, x, y, sum); }
export function conjugacy64(n: usize, x: usize, y: usize, z: usize, sum: usize): void { sixSums<f64>(n, x, y, z, sum); }
export function conjugacy32(n: usize, x: usize, y: usize, z: usize, sum: usize): void { sixSums<f32>(n, x, y, z, sum); }
