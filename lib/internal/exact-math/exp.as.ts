/**
 * e^x for WebAssembly kernels, in AssemblyScript, with the steps of exp.ts, which says where they are
 * from. Two numbers at a time take the steps for a size below 700, where 2ᵏ is one factor; all others
 * go one by one.
 */

const TINY: f64 = 1.0 / 0x10000000;
const HALF_LN2: f64 = 1453635.0 / 4194304.0; // 0x162e43 / 0x400000
const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const LOG2E: f64 = 1.4426950408889634;
const E: f64 = 2.718281828459045;

// @ts-ignore: decorator
@inline
function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((k as i64 + 1023) << 52);
}

export function expOf(x: f64): f64 {
  const size = abs<f64>(x);
  if (size < TINY) return 1.0 + x;
  if (x == 1.0) return E;
  if (x > 7.09782712893383973096e2) return Infinity;
  if (x < -7.4513321910194110842e2) return 0.0;
  if (x != x) return x;
  const k: i32 = size < HALF_LN2 ? 0 : (LOG2E * x + copysign<f64>(0.5, x)) as i32;
  const high = x - (k as f64) * LN2_HIGH;
  const low = (k as f64) * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const p45 = -1.6533902205465251539e-6 + t * 4.13813679705723846039e-8;
  const p2345 = -2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * p45);
  const c = r - t * (1.66666666666666019037e-1 + t * p2345);
  const y = 1.0 - (low - (r * c) / (2.0 - c) - high);
  const half = k >> 1;
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** The bytes of the table of `exp2`. */
export const TABLE: usize = 136;

/**
 * Writes the constants of `exp2` to a table in the scratch. V8 makes a constant of three or more
 * instructions wherever it is used, also in a loop, and loads one from memory by one: vectors of
 * numbers take three quarters of the time.
 */
export function prepareExp(table: usize): void {
  store<f64>(table, 700.0);
  store<f64>(table, -0.0, 8);
  store<f64>(table, 0.5, 16);
  store<f64>(table, LOG2E, 24);
  store<f64>(table, HALF_LN2, 32);
  store<f64>(table, LN2_HIGH, 40);
  store<f64>(table, LN2_LOW, 48);
  store<f64>(table, -1.6533902205465251539e-6, 56);
  store<f64>(table, 4.13813679705723846039e-8, 64);
  store<f64>(table, 6.61375632143793436117e-5, 72);
  store<f64>(table, -2.77777777770155933842e-3, 80);
  store<f64>(table, 1.66666666666666019037e-1, 88);
  store<f64>(table, 2.0, 96);
  store<f64>(table, 1.0, 104);
  // 2⁵² + 2⁵¹ + k + 1023 has k + 1023 in its last bits, which are moved to the place of the exponent.
  store<f64>(table, 6755399441055744.0 + 1023.0, 112);
  store<f64>(table, TINY, 120);
  store<f64>(table, E, 128);
}

/** A constant of a table in both lanes, by its number. */
// @ts-ignore: decorator
@inline
export function both(table: usize, i: usize): v128 {
  return v128.load64_splat(table + (i << 3));
}

/** e^x of two numbers, with a table that `prepareExp` has written. */
// @ts-ignore: decorator
@inline
export function exp2(x: v128, table: usize): v128 {
  const size = f64x2.abs(x);
  if (!i64x2.all_true(f64x2.lt(size, both(table, 0)))) {
    return f64x2.replace_lane(
      f64x2.splat(expOf(f64x2.extract_lane(x, 0))), 1, expOf(f64x2.extract_lane(x, 1)),
    );
  }
  const half = v128.or(v128.and(x, both(table, 1)), both(table, 2));
  const whole = f64x2.trunc(f64x2.add(f64x2.mul(both(table, 3), x), half));
  const k = v128.andnot(whole, f64x2.lt(size, both(table, 4)));
  const high = f64x2.sub(x, f64x2.mul(k, both(table, 5)));
  const low = f64x2.mul(k, both(table, 6));
  const r = f64x2.sub(high, low);
  const t = f64x2.mul(r, r);
  let p = f64x2.add(both(table, 7), f64x2.mul(t, both(table, 8)));
  p = f64x2.add(both(table, 9), f64x2.mul(t, p));
  p = f64x2.add(both(table, 10), f64x2.mul(t, p));
  p = f64x2.add(both(table, 11), f64x2.mul(t, p));
  const c = f64x2.sub(r, f64x2.mul(t, p));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(both(table, 12), c));
  const one = both(table, 13);
  const y = f64x2.sub(one, f64x2.sub(f64x2.sub(low, quotient), high));
  const power = i64x2.shl(f64x2.add(k, both(table, 14)), 52);
  const near0 = f64x2.lt(size, both(table, 15));
  const result = v128.bitselect(f64x2.add(one, x), f64x2.mul(y, power), near0);
  return v128.bitselect(both(table, 16), result, f64x2.eq(x, one));
}
