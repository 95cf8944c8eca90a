/**
 * An orthonormal basis of the vectors whose elements sum to 0: column i of H has i times
 * 1/√(i·(i+1)), then -i/√(i·(i+1)), then zeros.  Lancaster 1965; Egozcue et al. 2003.
 */
import type { Run } from "./run-map.ts";

/** z ← H·y, for z of n elements. */
export function spread(y: Run, z: Run, n: number): void {
  let sum = 0;
  for (let i = n - 1; i > 0; i--) {
    const w = y.data[y.offset + (i - 1) * y.stride]! / Math.sqrt(i * (i + 1));
    z.data[z.offset + i * z.stride] = sum - i * w;
    sum += w;
  }
  z.data[z.offset] = sum;
}

/** y ← Hᵀ·z, for z of n elements; y may be z itself, which then keeps its last element. */
export function gather(z: Run, y: Run, n: number): void {
  let sum = 0;
  for (let i = 1; i < n; i++) {
    sum += z.data[z.offset + (i - 1) * z.stride]!;
    const difference = sum - i * z.data[z.offset + i * z.stride]!;
    y.data[y.offset + (i - 1) * y.stride] = difference / Math.sqrt(i * (i + 1));
  }
}
