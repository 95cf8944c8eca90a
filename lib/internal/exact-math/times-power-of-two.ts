const LEAST = -538;

/** The powers of two from 2⁻⁵³⁸ to 2⁵³⁸. They are exact, because doubling is. */
const powers = /* @__PURE__ */ doubled(1.1113793747425387e-162, 1 - 2 * LEAST);

/** A number and its doubles. Every program that uses the table waits for this, so it is one plain loop. */
function doubled(x: number, length: number): Float64Array {
  const all = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    all[i] = x;
    x += x;
  }
  return all;
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
