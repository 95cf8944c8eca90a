/** Finds numbers that are not finite in one pass, and names the first in an error. */
import type { Floats } from "../../internal/arrays.ts";
import { labelAt, type Layout } from "../../layout.ts";

/** Whether all elements are finite: v - v is 0 if v is finite, and a NaN spreads through a sum. */
export function allFinite(v: Floats): boolean {
  let [even, odd] = [0, 0]; // two sums, so that one addition need not wait for the other
  const last = v.length - 1;
  for (let i = 0; i < last; i += 2) {
    even += v[i]! - v[i]!;
    odd += v[i + 1]! - v[i + 1]!;
  }
  if (last % 2 === 0) even += v[last]! - v[last]!;
  return even + odd === 0;
}

/** The place of an element: its label if there is a template. */
export const placeOf = (layout: Layout | undefined, index: number): string =>
  layout === undefined ? `element ${index}` : labelAt(layout, index);

/** The error for a loss or a gradient that is not finite; it names the first bad element. */
export function divergence(
  call: string,
  iteration: number,
  loss: number,
  gradient: Floats,
  layout: Layout | undefined,
): RangeError {
  const bad = gradient.findIndex((v) => !Number.isFinite(v));
  const faults = Number.isFinite(loss) ? [] : [`the loss is ${loss}`];
  if (bad !== -1) {
    faults.push(`the gradient is ${gradient[bad]} at ${placeOf(layout, bad)}`);
  }
  return new RangeError(`${call}: in iteration ${iteration} ${faults.join(" and ")}`);
}
