/** k where 2ᵏ <= x < 2ᵏ⁺¹, x > 0; exact, unlike `Math.log2`, whose last bit is the engine's choice. */
export function exponentOf(x: number): number {
  const near = Math.round(Math.log2(x));
  return 2 ** near > x ? near - 1 : near;
}

/** x·2ᵏ, exact where it is a normal number, also where 2ᵏ alone is none. */
export function timesPowerOfTwo(x: number, k: number): number {
  const half = k >> 1;
  return x * 2 ** half * 2 ** (k - half);
}
