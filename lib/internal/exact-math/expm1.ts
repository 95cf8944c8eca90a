import { HALF_LN2, LARGEST_EXPONENT, LN2_HIGH, LN2_LOW } from "./ln2.ts";
import { one } from "./one.ts";
import { powerOfTwo, timesPowerOfTwo } from "./times-power-of-two.ts";

/** 2⁻⁵⁴: below it, e^x - 1 rounds to x. */
const TINY = 1 / 0x40000000000000;
/** About -56·ln 2: up to here, e^x - 1 rounds to -1. */
const ALL_GONE = -0x13687a / 0x8000;

/**
 * e^x - 1, which keeps its digits near 0, with the same bits on every engine, within 1 ulp. They
 * are the bits of Node 20.
 *
 * x = k·ln 2 + r as in `exp`, and c is what the rounding of r left out. A polynomial q of degree 5
 * in r² for 12/r²·(r/2·(e^r + 1)/(e^r - 1) - 1) gives e = r - (e^r - 1). Then 2ᵏ·(r - e + 1) - 1
 * is summed in the order that loses least for this k.
 * Ng, fdlibm (Sun Microsystems 1993), s_expm1.c.
 */
export function expm1(x: number): number {
  one[0] = x;
  expm1Each(one, 1);
  return one[0];
}

/** Makes each of the n first numbers x its e^x - 1. */
export function expm1Each(numbers: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = numbers[i]!;
    const size = Math.abs(x);
    if (size < TINY) continue;
    if (x > LARGEST_EXPONENT) numbers[i] = Infinity;
    else if (x <= ALL_GONE) numbers[i] = -1;
    else {
      const half = x < 0 ? -0.5 : 0.5;
      const k = size < HALF_LN2 ? 0 : (Math.LOG2E * x + half) | 0;
      const high = x - k * LN2_HIGH;
      const low = k * LN2_LOW;
      const r = high - low;
      const c = high - r - low;
      const square = r * (0.5 * r);
      const q45 = 4.00821782732936239552e-6 + square * -2.01099218183624371326e-7;
      const q345 = -7.93650757867487942473e-5 + square * q45;
      const q2345 = 1.58730158725481460165e-3 + square * q345;
      const q = 1 + square * (-3.33333333333331316428e-2 + square * q2345);
      const t = 3 - q * (0.5 * r);
      const excess = square * ((q - t) / (6 - r * t)); // (r + r²/2 - (e^r - 1))/r
      const e = r * (excess - c) - c - square;
      if (k === 0) numbers[i] = r - e;
      else if (k === -1) numbers[i] = 0.5 * (r - e) - 0.5;
      else if (k === 1) numbers[i] = r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
      else if (k <= -2 || k > 56) numbers[i] = timesPowerOfTwo(1 - (e - r), k) - 1;
      else {
        const share = powerOfTwo(-k);
        const sum = k < 20 ? 1 - share - (e - r) : r - (e + share) + 1;
        numbers[i] = sum * powerOfTwo(k);
      }
    }
  }
}
