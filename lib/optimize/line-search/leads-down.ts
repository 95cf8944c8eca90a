import type { Floats } from "../../internal/arrays.ts";
import type { Point } from "./trial-step.ts";

/**
 * Writes the first slope gᵀd into `from`; returns whether it is negative by more than the rounding
 * of a direction at right angles to the free part of the gradient.
 */
export function leadsDown(from: Point, g: Floats, free: Floats, d: Floats): boolean {
  let [slope, a, b] = [0, 0, 0]; // in one pass, in which no sum waits for another
  for (let i = 0; i < d.length; i++) {
    slope += g[i]! * d[i]!;
    a += free[i]! * free[i]!;
    b += d[i]! * d[i]!;
  }
  from.slope = slope;
  return slope < -(2 ** -52 * Math.sqrt(a) * Math.sqrt(b));
}
