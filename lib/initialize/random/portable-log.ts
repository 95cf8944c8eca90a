/**
 * The natural logarithm of 0 < x <= 1. It has the same bits on every engine because it uses only
 * + - * /, which IEEE 754 fixes to the bit; the last bit of `Math.log` is the engine's choice.
 *
 *   ln(m·2ᵏ) = k·ln 2 + 2·atanh s,  s = (m - 1)/(m + 1),  √½ <= m < √2
 *   atanh s  = s + s³/3 + s⁵/5 + …
 */
export function logarithm(x: number): number {
  let m = x;
  let k = 0;
  for (; m < Math.SQRT1_2 && m > 0; k--) m *= 2;
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let n = LAST; n > 1; n -= 2) sum = (sum + 1 / n) * square;
  return k * Math.LN2 + 2 * (s + s * sum);
}

/** |s| <= 0.172, so the first omitted term is below 2⁻⁵³ times the sum. */
const LAST = 21;
