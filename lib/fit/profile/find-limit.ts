/** One end of a profile interval, as the root of a function that is nearly a straight line. */

export interface Limit {
  /** The end, or the bound that was met first, or ±Infinity. */
  readonly limit: number;
  /** Whether the loss rises to the level at the end; it cannot beyond a bound or its own domain. */
  readonly isReached: boolean;
}

export interface Search {
  readonly estimate: number;
  /** The loss there, and by how much it rises up to the end. */
  readonly loss: number;
  readonly rise: number;
  /** The distance from the estimate at which a straight line would have the end. */
  readonly width: number;
  /** How far the search goes. */
  readonly far: number;
  /** -1 for the lower end, 1 for the upper one. */
  readonly side: -1 | 1;
  /** The bound on this side. */
  readonly bound: number;
  /** Rounds to the numbers that the flat can hold: between two neighbours there is nothing to find. */
  readonly round: (value: number) => number;
  /** The minimum of the loss with the element at a value, and its derivative; NaN if it has none. */
  readonly lossAt: (value: number) => readonly [loss: number, slope: number];
  /** The error for a loss below that of the estimate. */
  readonly isLower: (value: number, loss: number) => Error;
}

/** Rounding, and a fit that was left early, explain a loss that is lower by this part of the rise. */
export const SLACK = 1e-4;

/**
 * Newton's iteration on τ(v) = √((loss(v) - loss)/rise), which is 1 at the end; between the last
 * value below it and the first above.  Bates & Watts 1988, section 6.1
 */
export function findLimit(search: Search): Limit {
  const { estimate, loss, rise, width, far, side, bound, round, lossAt, isLower } = search;
  const isBounded = side * (bound - estimate) <= far;
  const last = isBounded ? bound : round(estimate + side * far);
  const outer = (v: number): number => (side * (v - last) > 0 ? last : round(v));
  let good = estimate;
  let bad = NaN;
  let isHigh = false; // whether the loss at `bad` is above the level, and not only unknown
  let value = outer(estimate + side * width);
  for (let pass = 0; pass < 100 && value !== good && value !== bad; pass++) {
    const [there, slope] = lossAt(value);
    if (there < loss - SLACK * rise) throw isLower(value, there);
    const tau = Math.sqrt(Math.max(0, there - loss) / rise);
    if (Math.abs(tau - 1) <= 1e-8) return { limit: value, isReached: true };
    if (tau < 1) good = value;
    else {
      bad = value;
      isHigh = tau > 1;
    }
    if (good === last) return { limit: isBounded ? bound : side * Infinity, isReached: false };
    const next = value + ((1 - tau) * 2 * rise * tau) / slope;
    const most = Number.isNaN(bad) ? outer(estimate + 4 * (value - estimate)) : bad;
    const isBetween = side * (next - good) > 0 && side * (most - next) > 0;
    value = round(isBetween ? next : Number.isNaN(bad) ? most : (good + bad) / 2);
  }
  // Without a value beyond the end, the step that was left is one that rounding takes away.
  return { limit: good, isReached: isHigh || Number.isNaN(bad) };
}
