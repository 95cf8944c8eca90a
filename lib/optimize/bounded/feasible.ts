/** Points within bounds: how far a step may go, where it leads, and what holds there. */
import type { Floats } from "../../internal/arrays.ts";
import type { OpenBounds } from "../run/read-bounds.ts";

/** The length α at which xᵢ + α·zᵢ meets its bound. */
const meeting = (x: number, z: number, low: number, high: number): number =>
  z === 0 ? Infinity : ((z < 0 ? low : high) - x) / z;

/** The largest α for which x + α·z is within the bounds; Infinity if there is none. */
export function longestStep(x: Floats, z: Floats, { lower, upper }: OpenBounds): number {
  let longest = Infinity;
  for (let i = 0; i < x.length; i++) {
    longest = Math.min(longest, meeting(x[i]!, z[i]!, lower[i]!, upper[i]!));
  }
  return longest;
}

/**
 * x ← start + α·z, within the bounds whatever the rounding: an element that has met its bound at α
 * is exactly on it.
 */
export function stepWithin(
  x: Floats,
  start: Floats,
  alpha: number,
  z: Floats,
  { lower, upper }: OpenBounds,
): void {
  for (let i = 0; i < x.length; i++) {
    const [from, low, high] = [start[i]!, lower[i]!, upper[i]!];
    if (alpha >= meeting(from, z[i]!, low, high)) x[i] = z[i]! < 0 ? low : high;
    else x[i] = Math.min(Math.max(from + alpha * z[i]!, low), high);
  }
}

/** The largest |P(x - g) - x|ᵢ, 0 at a minimum within the bounds.  Byrd et al. 1995, eq. 6.1 */
export function projectedGradient(x: Floats, g: Floats, { lower, upper }: OpenBounds): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) {
    const room = g[i]! > 0 ? x[i]! - lower[i]! : upper[i]! - x[i]!;
    largest = Math.max(largest, Math.min(Math.abs(g[i]!), room));
  }
  return largest;
}

/**
 * Marks the elements that are on their lower (-1) or upper (1) bound. A fixed one is on that which
 * holds it against the gradient.
 */
export function markActive(
  active: Int8Array,
  x: Floats,
  g: Floats,
  { lower, upper }: OpenBounds,
): void {
  for (let i = 0; i < x.length; i++) {
    const [onLower, onUpper] = [x[i] === lower[i], x[i] === upper[i]];
    active[i] = onLower && !(onUpper && g[i]! < 0) ? -1 : onUpper ? 1 : 0;
  }
}
