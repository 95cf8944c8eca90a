/** Rounding to a dtype, half the distance from 1 to the next number, and the smallest number. */
const formats = {
  float64: { round: (x: number) => x, half: 2 ** -53, smallest: 2 ** -1074 },
  float32: { round: Math.fround, half: 2 ** -24, smallest: 2 ** -149 },
};

type Format = (typeof formats)[keyof typeof formats];

/** The smallest and the largest number in [low, high) that the array can hold. */
export function floatRange(
  dtype: string,
  low: number,
  high: number,
): [smallest: number, largest: number] {
  const format = formats[dtype === "float32" ? "float32" : "float64"];
  const { round } = format;
  const smallest = round(low) < low ? -below(-round(low), format) : round(low);
  const largest = round(high) < high ? round(high) : below(round(high), format);
  return [smallest, largest];
}

/** The next number below y: 5/4 of half a distance takes it there from powers of two and others. */
const below = (y: number, { round, half, smallest }: Format): number =>
  round(y - Math.max(Math.abs(y) * 1.25 * half, smallest));
