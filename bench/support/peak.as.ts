/**
 * Two lower bounds of a product. `run` does products and sums in registers alone, which is the most
 * that this processor can do with 128-bit vectors: c ← c·x + x for twelve independent c, so that
 * nothing waits for memory or another sum. `read` reads memory from end to end and adds it up.
 */

// @ts-ignore: decorator
@inline
function step<T>(c: v128, x: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    return sizeof<T>() == 8 ? v128.relaxed_madd<f64>(c, x, x) : v128.relaxed_madd<f32>(c, x, x);
  }
  return v128.add<T>(v128.mul<T>(c, x), x);
}

// @ts-ignore: decorator
@inline
function run<T>(steps: i32, factor: T): T {
  const x = v128.splat<T>(factor);
  let a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
  for (; steps > 0; steps--) {
    a = step<T>(a, x);
    b = step<T>(b, x);
    c = step<T>(c, x);
    d = step<T>(d, x);
    e = step<T>(e, x);
    f = step<T>(f, x);
    g = step<T>(g, x);
    h = step<T>(h, x);
    i = step<T>(i, x);
    j = step<T>(j, x);
    k = step<T>(k, x);
    l = step<T>(l, x);
  }
  a = v128.add<T>(v128.add<T>(v128.add<T>(a, b), v128.add<T>(c, d)), v128.add<T>(e, f));
  g = v128.add<T>(v128.add<T>(v128.add<T>(g, h), v128.add<T>(i, j)), v128.add<T>(k, l));
  return v128.extract_lane<T>(v128.add<T>(a, g), 0);
}

export function run64(steps: i32, factor: f64): f64 {
  return run<f64>(steps, factor);
}

export function run32(steps: i32, factor: f32): f32 {
  return run<f32>(steps, factor);
}

export function read(address: i32, bytes: i32): f64 {
  const end = address + bytes;
  let a = v128.splat<f64>(0);
  let b = a, c = a, d = a;
  do {
    a = v128.add<f64>(a, v128.load(address));
    b = v128.add<f64>(b, v128.load(address, 16));
    c = v128.add<f64>(c, v128.load(address, 32));
    d = v128.add<f64>(d, v128.load(address, 48));
    address += 64;
  } while (address < end);
  a = v128.add<f64>(v128.add<f64>(a, b), v128.add<f64>(c, d));
  return v128.extract_lane<f64>(a, 0);
}
