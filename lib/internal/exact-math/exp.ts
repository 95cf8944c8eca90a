import { HALF_LN2, LARGEST_EXPONENT, LN2_HIGH, LN2_LOW } from "./ln2.ts";
import { powerOfTwo, timesPowerOfTwo } from "./times-power-of-two.ts";

/** The x below which e^x is less than half of the smallest number. */
const LEAST_EXPONENT = -7.4513321910194110842e2;
const TINY = 1 / 0x10000000;
/** Engines fold a module's own constants into a loop, but load imported ones again each time. */
const HIGH = LN2_HIGH;
const LOW = LN2_LOW;

/** Up to here 2ᵏ is one factor. */
const MEDIUM = 372;
/** Between ln 2 / 2 and `HALF_LN2`, k is 0 where the rounding of |x|/ln 2 gives 1. */
const HALF_WAY = 0.3465737;
const HALF_WAY_WIDTH = 2e-7;

/**
 * e^x with the same bits on every engine, within 1 ulp. They are the bits of Node 20.
 *
 * x = k·ln 2 + r with |r| <= ln 2 / 2, and e^x = 2ᵏ·e^r. With R = r·(e^r + 1)/(e^r - 1), which is
 * even, e^r = 1 + r + r·c/(2 - c), where c = r - (R - 2). A polynomial of degree 5
 * in r² gives R - 2 = r²/6 - r⁴/360 + … within 2⁻⁵⁹.  Ng, fdlibm (Sun Microsystems 1993), e_exp.c.
 *
 * Almost every x takes no branch that a processor could guess wrong, which makes a loop as fast as
 * with `Math.exp`.
 */
export function exp(x: number): number {
  const size = Math.abs(x);
  if (!(size < MEDIUM && size >= TINY) || Math.abs(size - HALF_WAY) < HALF_WAY_WIDTH || x === 1) {
    return expElsewhere(x);
  }
  const k = (x / size) * ((Math.LOG2E * size + 0.5) | 0);
  return expOf(x, k) * powerOfTwo(k | 0);
}

/** Makes each of the n first numbers x its e^x. A call of `exp` for each would make an object of it. */
export function expEach(numbers: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) numbers[i] = exp(numbers[i]!);
}

function expElsewhere(x: number): number {
  const size = Math.abs(x);
  if (size < TINY) return 1 + x;
  if (x === 1) return Math.E; // the steps below give its neighbour
  if (x > LARGEST_EXPONENT) return Infinity;
  if (x < LEAST_EXPONENT) return 0;
  const half = x < 0 ? -0.5 : 0.5;
  const k = size < HALF_LN2 ? 0 : (Math.LOG2E * x + half) | 0;
  return timesPowerOfTwo(expOf(x, k), k);
}

/** e^(x - k·ln 2). */
function expOf(x: number, k: number): number {
  const high = x - k * HIGH;
  const low = k * LOW;
  const r = high - low;
  const t = r * r;
  const p45 = -1.6533902205465251539e-6 + t * 4.13813679705723846039e-8;
  const p2345 = -2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * p45);
  const c = r - t * (1.66666666666666019037e-1 + t * p2345);
  return 1 - (low - (r * c) / (2 - c) - high);
}
