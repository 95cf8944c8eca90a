/** Lengths of numbers whose squares may leave the range of doubles. */

/** Whether squares neither overflow nor lose digits where a length is this. */
export const isSafeNorm = (norm: number): boolean => norm > 1e-140 && norm < 1e140;

/** ‖(α, c)‖ for the `count` elements c that begin at `from`, by the largest of them. */
export function scaledNorm(
  alpha: number,
  at: Float64Array,
  from: number,
  count: number,
  step: number,
): number {
  let largest = Math.abs(alpha);
  const end = from + count * step;
  for (let i = from; i < end; i += step) largest = Math.max(largest, Math.abs(at[i]!));
  if (largest === 0) return 0;
  let squares = (alpha / largest) * (alpha / largest);
  for (let i = from; i < end; i += step) {
    const part = at[i]! / largest;
    squares += part * part;
  }
  return largest * Math.sqrt(squares);
}
