const LEAST = -538;

/** The powers of two from 2⁻⁵³⁸ to 2⁵³⁸. They are exact, because doubling and halving are. */
const powers = new Float64Array(1 - 2 * LEAST);
powers[-LEAST] = 1;
for (let k = 1; k <= -LEAST; k++) {
  powers[k - LEAST] = 2 * powers[k - 1 - LEAST]!;
  powers[-k - LEAST] = 0.5 * powers[1 - k - LEAST]!;
}

/** 2ᵏ for |k| <= 538. */
export const powerOfTwo = (k: number): number => powers[k - LEAST]!;

/**
 * x·2ᵏ for |k| <= 1076. It takes two factors because 2ᵏ itself may be out of range. If x or
 * the result is near 1, the first product is exact, and the result is rounded only once.
 */
export function timesPowerOfTwo(x: number, k: number): number {
  const half = k >> 1;
  return x * powerOfTwo(half) * powerOfTwo(k - half);
}
