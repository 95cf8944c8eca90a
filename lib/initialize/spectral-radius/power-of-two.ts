/** The binary exponent of x > 0: the k with 2ᵏ <= x < 2ᵏ⁺¹. */
export function exponentOf(x: number): number {
  const near = Math.round(Math.log2(x)); // the last bit of log2 is the engine's choice
  return 2 ** near > x ? near - 1 : near;
}

/** x·2ᵏ, exact if it is a normal number. In two steps, since 2ᵏ alone may be out of range. */
export function timesPowerOfTwo(x: number, k: number): number {
  const half = k >> 1;
  return x * 2 ** half * 2 ** (k - half);
}
