import type { Triangle } from "./factor-residuals.ts";

/** z ← -R⁻¹·q for the upper left of a triangle and its last column. */
export function solveTriangle({ at, width }: Triangle, z: Float64Array): void {
  const n = width - 1;
  for (let k = n - 1; k >= 0; k--) {
    let sum = -at[k * width + n]!;
    for (let j = k + 1; j < n; j++) sum -= at[k * width + j]! * z[j]!;
    z[k] = sum / at[k * width + k]!;
  }
}

/** v ← R⁻ᵀ·v, in place. */
export function solveTransposed({ at, width }: Triangle, v: Float64Array): void {
  const n = width - 1;
  for (let k = 0; k < n; k++) {
    v[k]! /= at[k * width + k]!;
    for (let j = k + 1; j < n; j++) v[j]! -= at[k * width + j]! * v[k]!;
  }
}
