import type { Floats } from "../../internal/arrays.ts";

/** Σ aᵢ·bᵢ, in float64 whatever the arrays hold. */
export function dot(a: Floats, b: Floats): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
