import { checkNumber, whole } from "../numbers.ts";

/**
 * base to the power n, for a whole number n of at least 0. `**` has other last bits on every
 * engine; this is n's binary powers from right to left, and every product is rounded in the order
 * that is written here: for n = 13 it is ((base·base⁴)·base⁸), where each square is made from the
 * one before it.  Knuth, The Art of Computer Programming 2, section 4.6.3, algorithm A.
 *
 * The relative error is at most about (n - 1)·2⁻⁵³, and typically far less. `power(x, 0)` is 1 for
 * every x. A negative n is refused, because 1/power and a power of 1/base have different bits.
 */
export function power(base: number, n: number): number {
  checkNumber("power", "n", n, whole);
  let product = 1;
  let square = base;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) product *= square;
    square *= square;
  }
  return product;
}
