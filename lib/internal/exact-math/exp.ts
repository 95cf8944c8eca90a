import { HALF_LN2, LARGEST_EXPONENT, LN2_HIGH, LN2_LOW } from "./ln2.ts";
import { one } from "./one.ts";
import { timesPowerOfTwo } from "./times-power-of-two.ts";

/** The x below which e^x is less than half of the smallest number. */
const LEAST_EXPONENT = -7.4513321910194110842e2;
const TINY = 1 / 0x10000000;

/**
 * e^x with the same bits on every engine, within 1 ulp. They are the bits of Node 20.
 *
 * x = k·ln 2 + r with |r| <= ln 2 / 2, and e^x = 2ᵏ·e^r. With R = r·(e^r + 1)/(e^r - 1), which is
 * even, e^r = 1 + r + r·c/(2 - c), where c = r - (R - 2). A polynomial of degree 5
 * in r² gives R - 2 = r²/6 - r⁴/360 + … within 2⁻⁵⁹.  Ng, fdlibm (Sun Microsystems 1993), e_exp.c.
 */
export function exp(x: number): number {
  one[0] = x;
  expEach(one, 1);
  return one[0];
}

/** Makes each of the n first numbers x its e^x. */
export function expEach(numbers: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = numbers[i]!;
    const size = Math.abs(x);
    if (size < TINY) numbers[i] = 1 + x;
    else if (x === 1) numbers[i] = Math.E; // the steps below give its neighbour
    else if (x > LARGEST_EXPONENT) numbers[i] = Infinity;
    else if (x < LEAST_EXPONENT) numbers[i] = 0;
    else {
      const half = x < 0 ? -0.5 : 0.5;
      const k = size < HALF_LN2 ? 0 : (Math.LOG2E * x + half) | 0;
      const high = x - k * LN2_HIGH;
      const low = k * LN2_LOW;
      const r = high - low;
      const t = r * r;
      const p45 = -1.6533902205465251539e-6 + t * 4.13813679705723846039e-8;
      const p2345 = -2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * p45);
      const c = r - t * (1.66666666666666019037e-1 + t * p2345);
      numbers[i] = timesPowerOfTwo(1 - (low - (r * c) / (2 - c) - high), k);
    }
  }
}
