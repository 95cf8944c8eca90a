import type { Triangle } from "../factor/factor-residuals.ts";

/**
 * How far a point is from the minimum, in radii of the region of confidence: with [Q₁ Q₂] from the
 * columns of the free elements, p of them,
 *
 *     (‖Q₁ᵀr‖/√p) / (‖Q₂ᵀr‖/√(m - p))                Bates & Watts 1981, eq. 2.1
 *
 * It is NaN if there are no more residuals than elements, and 0 if there is nothing to fit.
 *
 * @param triangle that of the free elements
 */
export function relativeOffset({ at, width }: Triangle, rank: number, rows: number): number {
  if (rank === 0) return 0;
  if (rank === rows) return NaN;
  const n = width - 1;
  let squares = 0;
  for (let k = 0; k < n; k++) squares += at[k * width + n]! * at[k * width + n]!;
  const rest = at[n * width + n]!;
  return Math.sqrt((squares / rank) * (rows - rank)) / Math.abs(rest);
}
