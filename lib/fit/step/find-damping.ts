import type { Triangle } from "../factor/factor-residuals.ts";
import { columnNorm, rankOf } from "../factor/free-triangle.ts";
import type { DampedStep } from "./damped-step.ts";

/** The step may be longer or shorter than the radius by this part of it. */
const SLACK = 0.1;

/** The most solves for one radius after the first. */
const MOST_SOLVES = 10;

/**
 * The least damping, in units of ‖Jⱼ‖²/Dⱼ²: 0 for a Jacobian of full rank. Else it is so small that
 * only directions that J does not determine notice it.
 *
 * @param rows of the Jacobian
 */
export function leastDamping(triangle: Triangle, scale: Float64Array, rows: number): number {
  if (rankOf(triangle, rows) === scale.length) return 0;
  let largest = 0;
  for (let j = 0; j < scale.length; j++) {
    largest = Math.max(largest, columnNorm(triangle, j) / scale[j]!);
  }
  return Number.EPSILON * largest * largest;
}

/** The point at which a step starts. */
export interface Point {
  /** The gradient of the loss; 0 for active elements. */
  readonly gradient: Float64Array;
  /** D. */
  readonly scale: Float64Array;
  /** -1 or 1 for an element that is on this bound and would leave the box, 0 for all others. */
  readonly active: Int8Array;
}

/**
 * Finds the damping λ for which the step has about the length of the radius, and leaves the step
 * solved for it. Returns `least` if that step is short enough.
 *
 * Newton's iteration on 1/‖D·d(λ)‖ between two bounds that close in.  Moré 1978, section 5; a
 * candidate outside of them is replaced as he does, eq. 5.5
 *
 * @param guess the λ of the last radius, 0 if there is none
 */
export function findDamping(
  damped: DampedStep,
  { gradient, scale, active }: Point,
  radius: number,
  guess: number,
  least: number,
): number {
  damped.solve(least, active);
  let length = damped.length();
  if (length <= (1 + SLACK) * radius) return least;

  let lower = least;
  let upper = scaledLength(gradient, scale) / radius;
  let lambda = least;
  for (let solves = 0; solves < MOST_SOLVES; solves++) {
    const newton = lambda + (length - radius) / radius / damped.slope();
    lambda = solves === 0 ? Math.max(guess, newton) : newton;
    if (!(lambda > lower && lambda < upper)) {
      lambda = Math.max(Math.sqrt(lower * upper), 1e-3 * upper);
    }
    damped.solve(lambda, active);
    length = damped.length();
    if (Math.abs(length - radius) <= SLACK * radius) break;
    if (length < radius) upper = lambda;
    else lower = lambda;
  }
  return lambda;
}

/** ‖D⁻¹·g‖, which is at least λ·‖D·d(λ)‖ for every λ. */
function scaledLength(gradient: Float64Array, scale: Float64Array): number {
  let squares = 0;
  for (let j = 0; j < scale.length; j++) {
    squares += (gradient[j]! / scale[j]!) * (gradient[j]! / scale[j]!);
  }
  return Math.sqrt(squares);
}
