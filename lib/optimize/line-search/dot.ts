import type { Floats } from "../../internal/arrays.ts";

/** Σ aᵢ·bᵢ, summed in float64 for float32 arrays too. */
export function dot(a: Floats, b: Floats): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
