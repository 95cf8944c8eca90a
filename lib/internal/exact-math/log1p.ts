import { highWord } from "./high-word.ts";
import { LN2_HIGH, LN2_LOW } from "./ln2.ts";
import { one } from "./one.ts";
import { timesPowerOfTwo } from "./times-power-of-two.ts";

/** √2 - 1 and 1 - √½ to 21 bits: between them log(1 + x) needs no multiple of ln 2. */
const UP = 0x1a827a / 0x400000;
const DOWN = -0x12bec5 / 0x400000;
const TINY = 1 / 0x20000000;
const LEAST = 1 / 0x40000000000000;
const TWO_TO_53 = 0x20000000000000;
const TWO_THIRDS = 2 / 3;

/**
 * log(1 + x), which keeps x's digits near 0, with the same bits on every engine, within 1 ulp. They
 * are the bits of Node 20.
 *
 * 1 + x = 2ᵏ·(1 + f) as in `log`. What the rounding of 1 + x to u left out is divided by u and
 * added, because log(u + c·u) is log u + c to first order.
 * Ng, fdlibm (Sun Microsystems 1993), s_log1p.c.
 */
export function log1p(x: number): number {
  one[0] = x;
  log1pEach(one, 1);
  return one[0];
}

/** Makes each of the n first numbers x its log(1 + x). */
export function log1pEach(numbers: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = numbers[i]!;
    if (!(x > -1 && x < Infinity)) {
      if (x <= -1) numbers[i] = x === -1 ? -Infinity : NaN;
      continue;
    }
    let f = x;
    let k = 0;
    let lost = 0;
    let nearOne = false;
    if (x > DOWN && x < UP) {
      const size = Math.abs(x);
      if (size < TINY) {
        if (size >= LEAST) numbers[i] = x - x * x * 0.5;
        continue;
      }
    } else {
      const u = x < TWO_TO_53 ? 1 + x : x;
      const word = highWord(u);
      const fraction = word & 0xfffff;
      const exponent = (word >> 20) - 1023;
      k = fraction < 0x6a09e ? exponent : exponent + 1;
      f = timesPowerOfTwo(u, -k) - 1;
      nearOne = fraction === 0 || fraction > 0xffffc;
      lost = x < TWO_TO_53 ? (exponent > 0 ? 1 - (u - x) : x - (u - 1)) / u : 0;
    }
    const half = 0.5 * f * f;
    const low = k * LN2_LOW + lost;
    if (nearOne) numbers[i] = k * LN2_HIGH - (half * (1 - TWO_THIRDS * f) - low - f);
    else {
      const s = f / (2 + f);
      const z = s * s;
      const p67 = 1.531383769920937332e-1 + z * 1.479819860511658591e-1;
      const p4567 = 2.222219843214978396e-1 + z * (1.818357216161805012e-1 + z * p67);
      const p234567 = 3.999999999940941908e-1 + z * (2.857142874366239149e-1 + z * p4567);
      const r = z * (6.66666666666673513e-1 + z * p234567);
      numbers[i] = k * LN2_HIGH - (half - (s * (half + r) + low) - f);
    }
  }
}
