/** The index of the smallest or the largest element, from the number of elements before it. */
import type { View } from "./operands.ts";

/** The state of argmin and argmax: the best element so far, its number in the walk, and the next number. */
export type Best = [best: unknown, number: number, next: number];

/**
 * The walk of one view is never in blocks, so the number tells the place: the axes count in the
 * order of the strides. If no element was better than ±Infinity, it is the shape, as in ndarray-ops.
 */
export function indexOfBest(view: View, best: Best): number[] {
  const index = view.shape.slice();
  let rest = best[1] | 0;
  if (rest < 0) return index;
  for (const axis of view.order) {
    const n = index[axis]!;
    index[axis] = rest % n;
    rest = (rest / n) | 0;
  }
  return index;
}
