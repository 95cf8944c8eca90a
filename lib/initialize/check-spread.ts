import type { NdArray } from "ndarray";
import type { FloatData } from "./check-view.ts";

/**
 * Refuses a distribution some of whose numbers, up to `most` deviations from the mean, would be
 * infinite in the view.
 *
 * @throws RangeError
 */
export function checkSpread(
  call: string,
  { dtype }: NdArray<FloatData>,
  mean: number,
  std: number,
  most: number,
): void {
  const largest = Math.abs(mean) + std * most;
  if (Number.isFinite(dtype === "float32" ? Math.fround(largest) : largest)) return;
  const got = `mean ${mean} and std ${std}`;
  throw new RangeError(`${call}: mean ± ${most}·std must be within ${dtype}, got ${got}`);
}
