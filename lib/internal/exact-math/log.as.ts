/**
 * The natural logarithm for WebAssembly kernels, in AssemblyScript, with the steps of log.ts, which
 * says where they are from. It takes 0, NaN, and normal numbers above 0.
 */

const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

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
