/** Derivatives from differences of two step sizes, and how wrong they may be. */
import { floatKinds } from "../arrays.ts";
import type { Point } from "./point.ts";
import { sidesAt, stepAt, type Values } from "./steps.ts";

export interface Estimate {
  readonly value: number;
  /** The value is hardly ever wrong by more. */
  readonly error: number;
  /** A natural unit of the derivative: the largest |f| that was seen over the size of x. */
  readonly unit: number;
}

/**
 * The derivatives of the values of a function by one element. Each of two central differences d(h)
 * and d(H), H = 8h, is wrong by truncation and by the rounding of f:
 *
 *   truncation  c·h², where c·(H² - h²) = d(H) - d(h)
 *   rounding    η/h, where η is the noise of f
 *
 * The even differences s(h) = f(x + h) + f(x - h) - 2f(x) show the noise: without it
 * s(H)·(h/H)² - s(h) would be of order h²·H², which is nothing. A single sample of the noise may be
 * small by chance, so η is 4 times the sample, or 4·ε·|f| if that is larger. The truncation is taken
 * twice. The difference that is wrong by less is the value.
 *
 * @param noiseOf the least noise of the i-th value, if the function is itself a central difference
 * @returns the estimate for the i-th value
 */
export function estimatesAt(
  point: Point,
  index: number,
  center: Values,
  evaluate: () => Values,
  noiseOf?: (i: number) => number,
): (i: number) => Estimate {
  const near = stepAt(point, index, center, evaluate, noiseOf === undefined ? 1 : 2);
  const far = sidesAt(point, index, near.size, 8 * near.step, evaluate);
  const { epsilon } = floatKinds[point.dtype];
  const stretch = far.width / near.width;
  const square = stretch * stretch;
  return (i) => {
    const [f, a, b, c, d] = [
      center[i]!,
      near.beyond[i]!,
      near.before[i]!,
      far.beyond[i]!,
      far.before[i]!,
    ];
    const slope = (a - b) / near.width;
    const farSlope = (c - d) / far.width;
    const height = Math.max(Math.abs(f), Math.abs(c), Math.abs(d));
    const sample = Math.abs((c + d - 2 * f) / square - (a + b - 2 * f));
    const rounding =
      (8 * Math.max(sample, epsilon * height, noiseOf?.(i) ?? 0)) / Math.abs(near.width);
    const truncation = (2 * Math.abs(farSlope - slope)) / (square - 1);
    const error = truncation + rounding;
    const farError = truncation * square + rounding / stretch;
    const unit = height / near.size;
    return farError < error
      ? { value: farSlope, error: farError, unit }
      : { value: slope, error, unit };
  };
}
