/**
 * The natural logarithm for WebAssembly kernels, in AssemblyScript, with the steps of log.ts, which
 * says where they are from.
 */
import { both } from "./exp.as";

const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/** ln x of 0, NaN, or a normal number above 0. */
export function logOf(x: f64): f64 {
  if (!(x > 0)) return x == 0 ? -Infinity : x;
  const bits = reinterpret<u64>(x);
  const word = (bits >> 32) as i32;
  const fraction = word & 0xfffff;
  // A fraction above √2 is halved, which the upper 20 bits decide.
  const halved = (fraction + 0x95f64) >> 20;
  const k = ((word >> 20) - 1023 + halved) as f64;
  const f = reinterpret<f64>((bits & 0xfffffffffffff) | ((1023 - halved) as u64) << 52) - 1.0;
  if (((fraction + 2) & 0xfffff) < 3) {
    const rest = f * f * (0.5 - (1.0 / 3.0) * f);
    return k * LN2_HIGH - (rest - k * LN2_LOW - f);
  }
  const s = f / (2.0 + f);
  const z = s * s;
  const w = z * z;
  const even =
    w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332));
  const odd57 = 0.1818357216161805012 + w * 0.1479819860511658591;
  const odd = z * (0.666666666666673513 + w * (0.2857142874366239149 + w * odd57));
  const r = odd + even;
  if (fraction > 0x61479 && fraction < 0x6b852) {
    const half = 0.5 * f * f;
    return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  return k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/** Writes the constants of `logOfTwo` to a table in the scratch, as `prepareExp` does. */
export function prepareLog(table: usize): void {
  store<f64>(table, 2.2250738585072014e-308); // the smallest normal number
  store<f64>(table, Infinity, 8);
  store<i64>(table, 0xfffff, 16);
  store<i64>(table, 0x95f64, 24);
  store<i64>(table, 0xfffffffffffff, 32);
  store<i64>(table, 1023, 40);
  store<f64>(table, 1.0, 48);
  // 2⁵² + 2⁵¹ + k has k in its last bits.
  store<i64>(table, 0x4338000000000000 - 1023, 56);
  store<f64>(table, 6755399441055744.0, 64);
  store<f64>(table, 2.0, 72);
  store<f64>(table, 0.1531383769920937332, 80);
  store<f64>(table, 0.2222219843214978396, 88);
  store<f64>(table, 0.3999999999940941908, 96);
  store<f64>(table, 0.1479819860511658591, 104);
  store<f64>(table, 0.1818357216161805012, 112);
  store<f64>(table, 0.2857142874366239149, 120);
  store<f64>(table, 0.666666666666673513, 128);
  store<f64>(table, LN2_HIGH, 136);
  store<f64>(table, LN2_LOW, 144);
  store<f64>(table, 0.5, 152);
  store<i64>(table, 2, 160);
  store<i64>(table, 3, 168);
  store<i64>(table, 0x61479, 176);
  store<i64>(table, 0x6b852, 184);
}

/**
 * ln x of any two numbers, with a table that `prepareLog` has written. Numbers that are not normal,
 * or next to a power of two, are put right after the steps that all take.
 */
// @ts-ignore: decorator
@inline
export function logOfTwo(given: v128, table: usize): v128 {
  const isNormal = v128.and(f64x2.ge(given, both(table, 0)), f64x2.lt(given, both(table, 1)));
  const areNormal = i64x2.all_true(isNormal);
  let x = given;
  let shift = f64x2.splat(0.0);
  if (!areNormal) {
    const isTiny = f64x2.lt(given, both(table, 0));
    x = v128.bitselect(f64x2.mul(given, f64x2.splat(18014398509481984.0)), given, isTiny); // 2⁵⁴
    shift = v128.and(isTiny, f64x2.splat(-54.0));
  }
  const word = i64x2.shr_u(x, 32);
  const mask = both(table, 2);
  const fraction = v128.and(word, mask);
  const halved = i64x2.shr_u(i64x2.add(fraction, both(table, 3)), 20);
  const exponent = i64x2.add(i64x2.shr_u(word, 20), halved);
  const k = f64x2.add(f64x2.sub(i64x2.add(exponent, both(table, 7)), both(table, 8)), shift);
  const power = i64x2.shl(i64x2.sub(both(table, 5), halved), 52);
  const f = f64x2.sub(v128.or(v128.and(x, both(table, 4)), power), both(table, 6));
  const s = f64x2.div(f, f64x2.add(both(table, 9), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = f64x2.add(both(table, 11), f64x2.mul(w, both(table, 10)));
  even = f64x2.mul(w, f64x2.add(both(table, 12), f64x2.mul(w, even)));
  let odd = f64x2.add(both(table, 14), f64x2.mul(w, both(table, 13)));
  odd = f64x2.add(both(table, 15), f64x2.mul(w, odd));
  odd = f64x2.mul(z, f64x2.add(both(table, 16), f64x2.mul(w, odd)));
  const r = f64x2.add(odd, even);
  const low = f64x2.mul(k, both(table, 18));
  const half = f64x2.mul(f64x2.mul(both(table, 19), f), f);
  const large = f64x2.sub(half, f64x2.add(f64x2.mul(s, f64x2.add(half, r)), low));
  const other = f64x2.sub(f64x2.mul(s, f64x2.sub(f, r)), low);
  const isLarge = v128.and(
    i64x2.gt_s(fraction, both(table, 22)), i64x2.lt_s(fraction, both(table, 23)),
  );
  let rest = v128.bitselect(large, other, isLarge);
  const isNear = i64x2.lt_s(v128.and(i64x2.add(fraction, both(table, 20)), mask), both(table, 21));
  if (v128.any_true(isNear)) {
    const third = f64x2.mul(f64x2.splat(1.0 / 3.0), f);
    const near = f64x2.mul(f64x2.mul(f, f), f64x2.sub(both(table, 19), third));
    rest = v128.bitselect(f64x2.sub(near, low), rest, isNear);
  }
  const result = f64x2.sub(f64x2.mul(k, both(table, 17)), f64x2.sub(rest, f));
  if (areNormal) return result;
  // ln of Infinity and NaN is the same, that of 0 is -Infinity, and that of a number below 0 is NaN.
  const zero = f64x2.splat(0.0);
  const isSame = v128.not(f64x2.lt(given, both(table, 1)));
  const atMost0 = v128.bitselect(f64x2.splat(-Infinity), f64x2.splat(NaN), f64x2.eq(given, zero));
  const edge = v128.bitselect(given, atMost0, isSame);
  return v128.bitselect(edge, result, v128.or(isSame, f64x2.le(given, zero)));
}
