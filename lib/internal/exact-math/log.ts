import { highWord } from "./high-word.ts";
import { LN2_HIGH, LN2_LOW } from "./ln2.ts";
import { one } from "./one.ts";
import { timesPowerOfTwo } from "./times-power-of-two.ts";

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const THIRD = 1 / 3;

/**
 * The natural logarithm with the same bits on every engine, within 1 ulp. They are the bits of
 * Node 20.
 *
 * x = 2ᵏ·(1 + f) with 1 + f between √½ and √2, s = f/(2 + f), and
 * log(1 + f) = log(1 + s) - log(1 - s) = f - f²/2 + s·(f²/2 + R), where R = (2/3)·s² + (2/5)·s⁴ + …
 * is a polynomial of degree 7 in s² within 2⁻⁵⁸.  Ng, fdlibm (Sun Microsystems 1993), e_log.c.
 */
export function log(x: number): number {
  one[0] = x;
  logEach(one, 1);
  return one[0];
}

/** Makes each of the n first numbers its logarithm. */
export function logEach(numbers: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const given = numbers[i]!;
    if (!(given > 0 && given < Infinity)) {
      if (given <= 0) numbers[i] = given === 0 ? -Infinity : NaN;
      continue;
    }
    const shift = given < SMALLEST_NORMAL ? -54 : 0;
    const x = timesPowerOfTwo(given, -shift);
    const word = highWord(x);
    const fraction = word & 0xfffff;
    // A fraction above √2 is halved, which the upper 20 bits decide.
    const exponent = (word >> 20) - 1023 + ((fraction + 0x95f64) >> 20);
    const f = timesPowerOfTwo(x, -exponent) - 1;
    const k = exponent + shift;
    if (((fraction + 2) & 0xfffff) < 3) {
      const rest = f * f * (0.5 - THIRD * f); // |f| < 2⁻²⁰: three terms of the series are enough
      numbers[i] = k * LN2_HIGH - (rest - k * LN2_LOW - f);
      continue;
    }
    const s = f / (2 + f);
    const z = s * s;
    const w = z * z;
    const even =
      w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332));
    const odd57 = 0.1818357216161805012 + w * 0.1479819860511658591;
    const odd = z * (0.666666666666673513 + w * (0.2857142874366239149 + w * odd57));
    const r = odd + even;
    if (fraction > 0x61479 && fraction < 0x6b852) {
      const half = 0.5 * f * f; // |f| is largest here, and taking f²/2 apart loses least
      numbers[i] = k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
    } else numbers[i] = k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
  }
}
