/** Derivatives from differences of two step sizes, and how wrong they may be. */
import { floatKinds } from "../arrays.ts";
import type { Point } from "./point.ts";
import { sidesAt, stepAt, type Values } from "./steps.ts";

export interface Estimate {
  readonly value: number;
  /** The value is hardly ever wrong by more. Infinity if f was not finite at some place. */
  readonly error: number;
  /** A natural unit of the derivative: the largest |f| that was seen over the size of x. */
  readonly unit: number;
}

/**
 * The derivatives of the values of a function by one element, from central differences d(h) and d(H)
 * with H = 8h. They are wrong by the truncation of the formula, of order h², and by the rounding of f:
 *
 *   truncation  |d(H) - d(h)|
 *   rounding    η/h, where η is the noise of f
 *
 * The even differences s(h) = f(x + h) + f(x - h) - 2f(x) show the noise: without it
 * s(H)·(h/H)² - s(h) would be of order h²·H², which is nothing. A single sample of the noise may be
 * small by chance, so η is 4 times the sample; or times ε·|f|, or half the grain of f, if that is
 * larger. The value is d(h), or d(H) if the rounding is what makes d(h) wrong.
 *
 * @param heightOf the size of the numbers whose difference is the i-th value, if that is known
 * @param order 2 if the function is a central difference itself
 * @returns the estimate for the i-th value
 */
export function estimatesAt(
  point: Point,
  index: number,
  center: Values,
  evaluate: () => Values,
  heightOf: (i: number) => number = () => 0,
  order: 1 | 2 = 1,
): (i: number) => Estimate {
  const sidesOf = sidesAt(point, index, evaluate);
  const near = stepAt(point, index, center, sidesOf, order);
  const far = sidesOf(near.size, 8 * near.step);
  const { epsilon, smallest } = floatKinds[point.dtype];
  // All numbers below it are rounded by the same amount. Only a function that is 0 is not rounded.
  const least = smallest / epsilon;
  const stretch = far.width / near.width;
  return (i) => {
    const f = center[i]!;
    const [a, b] = [near.beyond[i]!, near.before[i]!];
    const [c, d] = [far.beyond[i]!, far.before[i]!];
    const seen = Math.max(Math.abs(f), Math.abs(c), Math.abs(d), heightOf(i));
    const height = seen === 0 ? 0 : Math.max(seen, least);
    const sample = Math.abs((c + d - 2 * f) / (stretch * stretch) - (a + b - 2 * f));
    const grain = grainOf([f, a, b, c, d], epsilon * height);
    const noise = 4 * Math.max(sample, epsilon * height, grain / 2);
    const rounding = (2 * noise) / Math.abs(near.width);
    const slope = (a - b) / near.width;
    const farSlope = (c - d) / far.width;
    const truncation = Math.abs(farSlope - slope);
    const unit = seen / near.size;
    if (truncation < rounding / 2) {
      return { value: farSlope, error: truncation + rounding / stretch, unit };
    }
    const error = truncation + rounding;
    return { value: slope, error: Number.isNaN(error) ? Infinity : error, unit };
  };
}

/**
 * The largest power of 2 of which all values are multiples, from about `least` on: a loss that is
 * rounded to float32 somewhere moves in such steps. 0 if the values are all the same.
 */
function grainOf(values: readonly number[], least: number): number {
  if (values.every((value) => value === values[0])) return 0;
  let grain = 1;
  while (grain > least) grain /= 2;
  while (values.every((value) => value % grain === 0)) grain *= 2;
  return grain / 2;
}
