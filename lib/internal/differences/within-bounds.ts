/** Differences of an element that has bounds, beyond which the function is never evaluated. */
import type { Point } from "./point.ts";
import { sidesAt, stepAt, type Values } from "./steps.ts";

/** Two places near an element x, and the values of a function there. */
interface Places {
  readonly step: number;
  readonly beyond: Values;
  readonly before: Values;
  /** The distances of the places from x, which have opposite signs, or one sign if x is at a bound. */
  readonly first: number;
  readonly second: number;
}

/**
 * The derivatives of the values of a function by one element, from the three points 0, a and b about
 * it, of second order:
 *
 *   f′ ≈ (q²·(f(x + a) - f(x)) - (f(x + b) - f(x))) / (b·(q - 1)),   q = b/a
 *
 * That is the central difference if b = -a. With less room than two steps on a side, both places are
 * on the other one, and b = 2a. An element that its bounds fix has the derivative 0, and so has one
 * that they leave no more than a rounding.
 *
 * @param center the values at the point
 * @param evaluate returns values that the next call but one may overwrite
 * @returns the derivative of the i-th value
 */
export function slopesWithin(
  point: Point,
  index: number,
  lower: number,
  upper: number,
  center: Values,
  evaluate: () => Values,
): (i: number) => number {
  if (lower === upper) return () => 0;
  const placesOf = placesAt(point, index, lower, upper, evaluate);
  const { beyond, before, first, second } = stepAt(point, index, center, placesOf);
  if (second === first) return () => 0; // the bounds have no room for two places
  const ratio = second / first;
  return (i) => {
    const f = center[i]!;
    const rise = ratio * ratio * (beyond[i]! - f) - (before[i]! - f);
    return rise / (second * (ratio - 1));
  };
}

const placesAt =
  (point: Point, index: number, lower: number, upper: number, evaluate: () => Values) =>
  (size: number, step: number): Places => {
    const { data, offset, stride } = point;
    const at = offset + index * stride;
    const x = data[at]!;
    const [below, above] = [x - lower, upper - x];
    if (Math.min(below, above) >= 2 * step) {
      const sides = sidesAt(point, index, evaluate)(size, step);
      return { ...sides, first: sides.width / 2, second: -sides.width / 2 };
    }
    const room = Math.max(below, above);
    const move = Math.min(step, room / 2);
    try {
      data[at] = above < below ? x - move : x + move;
      const first = data[at] - x;
      const beyond = evaluate();
      data[at] = Math.min(upper, Math.max(lower, x + 2 * first));
      const second = data[at] - x;
      // A step that fills the room cannot grow.
      return { step: move < step ? Infinity : step, beyond, before: evaluate(), first, second };
    } finally {
      data[at] = x;
    }
  };
