import { floatKinds, type DType } from "../../internal/arrays.ts";

/** The smallest and the largest number in [low, high) that an array of this type can hold. */
export function floatRange(
  dtype: DType,
  low: number,
  high: number,
): [smallest: number, largest: number] {
  const { round } = floatKinds[dtype];
  const smallest = round(low) < low ? -below(-round(low), dtype) : round(low);
  const largest = round(high) < high ? round(high) : below(round(high), dtype);
  return [smallest, largest];
}

/**
 * The largest number below y. Subtracting 5/8·ε·|y| and rounding leads there from powers of two,
 * whose lower neighbor is half as far away, and from all other normal numbers.
 */
function below(y: number, dtype: DType): number {
  const { round, epsilon, smallest } = floatKinds[dtype];
  return round(y - Math.max(Math.abs(y) * 0.625 * epsilon, smallest));
}
