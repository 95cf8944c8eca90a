const LEAST = -538;

/** The powers of two from 2⁻⁵³⁸ to 2⁵³⁸, once they are filled in; 0 until then. */
const powers = /* @__PURE__ */ new Float64Array(1 - 2 * LEAST);

/** 2ᵏ for |k| <= 538. */
export const powerOfTwo = (k: number): number => powers[k - LEAST]! || filledIn(k);

/** Fills them in. They are exact, because doubling and halving are. */
function filledIn(k: number): number {
  powers[-LEAST] = 1;
  for (let i = 1; i <= -LEAST; i++) {
    powers[i - LEAST] = 2 * powers[i - 1 - LEAST]!;
    powers[-i - LEAST] = 0.5 * powers[1 - i - LEAST]!;
  }
  return powers[k - LEAST]!;
}

/**
 * x·2ᵏ for |k| <= 1076. It takes two factors because 2ᵏ itself may be out of range. If x or
 * the result is near 1, the first product is exact, and the result is rounded only once.
 */
export function timesPowerOfTwo(x: number, k: number): number {
  const half = k >> 1;
  return x * powerOfTwo(half) * powerOfTwo(k - half);
}
