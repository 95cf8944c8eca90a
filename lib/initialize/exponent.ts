/** k where 2ᵏ <= x < 2ᵏ⁺¹, x > 0; exact, unlike `Math.log2`, whose last bit is the engine's choice. */
export function exponentOf(x: number): number {
  const near = Math.round(Math.log2(x));
  return 2 ** near > x ? near - 1 : near;
}
