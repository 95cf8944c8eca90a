import type { NdArray } from "ndarray";
import type { FloatData } from "./check-view.ts";
import { isWithin } from "./check-within.ts";

/**
 * Refuses a distribution some of whose numbers, up to `most` deviations from the mean, would be
 * infinite in the view.
 *
 * @throws RangeError
 */
export function checkSpread(
  call: string,
  view: NdArray<FloatData>,
  mean: number,
  std: number,
  most: number,
): void {
  if (isWithin(view, Math.abs(mean) + std * most)) return;
  const got = `mean ${mean} and std ${std}`;
  throw new RangeError(`${call}: mean ± ${most}·std must be within ${view.dtype}, got ${got}`);
}
