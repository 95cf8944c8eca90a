import { highWord } from "./high-word.ts";
import { reduceLargeAngle } from "./reduce-large-angle.ts";

const TWO_BY_PI = 6.36619772367581382433e-1;

/** π/2 in parts of 33 bits, each with what is left of π/2 behind it.  Cody & Waite 1980. */
const PART_1 = 1.57079632673412561417;
const REST_1 = 6.07710050650619224932e-11;
const PART_2 = 6.0771005063039659766e-11;
const REST_2 = 2.02226624879595063154e-21;
const PART_3 = 2.0222662487111664558e-21;
const REST_3 = 8.47842766036889956997e-32;

/** 2²⁰·π/2 to 21 bits: below it n has at most 20 bits, and its product with a part is exact. */
const MEDIUM = 0x1921fc;

/** The rest that `reduceAngle` leaves: a number of at most about π/4, and what its rounding left out. */
export const remainder = new Float64Array(2);

/**
 * Writes x - n·π/2 into `remainder` and returns the whole number n, or n mod 4. If the difference
 * cancels many bits, more bits of π/2 are taken.
 * fdlibm (Sun Microsystems 1993), e_rem_pio2.c.
 */
export function reduceAngle(x: number): number {
  const size = Math.abs(x);
  const n = size < MEDIUM ? reduceMediumAngle(size) : reduceLargeAngle(size, remainder);
  if (x >= 0) return n;
  remainder[0] = -remainder[0]!;
  remainder[1] = -remainder[1]!;
  return -n;
}

function reduceMediumAngle(x: number): number {
  const n = (x * TWO_BY_PI + 0.5) | 0;
  remainder[0] = x;
  subtract(n, PART_1, REST_1);
  if (cancelledBits(x) > 16) subtract(n, PART_2, REST_2);
  if (cancelledBits(x) > 49) subtract(n, PART_3, REST_3);
  const [r, rest] = [remainder[0], remainder[1]!];
  remainder[0] = r - rest;
  remainder[1] = r - remainder[0] - rest;
  return n;
}

/** Takes n parts from the remainder; `remainder[1]` is what is still to be subtracted. */
function subtract(n: number, part: number, rest: number): void {
  const before = remainder[0]!;
  const taken = n * part;
  const after = before - taken;
  remainder[0] = after;
  remainder[1] = n * rest - (before - after - taken);
}

/** The number of bits by which the remainder is smaller than x. */
function cancelledBits(x: number): number {
  const left = remainder[0]! - remainder[1]!;
  return (highWord(x) >> 20) - ((highWord(left) >> 20) & 0x7ff);
}
