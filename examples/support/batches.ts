import { slice, type Digits } from "./mnist.ts";

/** One pass over the digits in batches of a size, in a random order. Nothing is copied. */
export function batchesOf(digits: Digits, size: number, random: () => number): Digits[] {
  const starts = Array.from({ length: digits.images.shape[0]! / size }, (_, i) => i * size);
  for (let i = starts.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [starts[i], starts[j]] = [starts[j]!, starts[i]!];
  }
  return starts.map((start) => slice(digits, start, start + size));
}
