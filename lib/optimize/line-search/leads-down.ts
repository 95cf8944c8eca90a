import type { Floats } from "../../internal/arrays.ts";
import { dot } from "../kernels/vectors.ts";

/**
 * Whether the slope gᵀd is negative by more than the rounding of a direction at right angles to the
 * free part of the gradient.
 *
 * @param sums gᵀd, gᵀg and dᵀd
 */
export function leadsDown(sums: Float64Array, g: Floats, free: Floats): boolean {
  const squares = free === g ? sums[1]! : dot(free, free);
  return sums[0]! < -(2 ** -52 * Math.sqrt(squares) * Math.sqrt(sums[2]!));
}
