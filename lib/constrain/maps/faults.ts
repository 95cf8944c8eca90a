/** The faults that several constraints find. */
import { isFloat32, type Floats } from "../../internal/arrays.ts";
import type { Fault, Run } from "./run-map.ts";

/** How far a sum or a length may be off: Stan's CONSTRAINT_TOLERANCE, and a wider one for floats. */
export const toleranceOf = (data: Floats): number => (isFloat32(data) ? 1e-4 : 1e-8);

export const fault = (index: number, need: string, got: number | string): Fault => ({
  index,
  need,
  got,
});

/** The first of n elements that is not a finite number. */
export function infiniteIn({ data, offset, stride }: Run, n: number): Fault | undefined {
  for (let i = 0; i < n; i++) {
    const x = data[offset + i * stride]!;
    if (!Number.isFinite(x)) return fault(i, "be finite", x);
  }
  return undefined;
}

/** The first element above the diagonal of an n·n matrix that is not 0. */
export function aboveDiagonalIn({ data, offset, stride }: Run, n: number): Fault | undefined {
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const x = data[offset + (i * n + j) * stride]!;
      if (x !== 0) return fault(i * n + j, "be 0 above the diagonal", x);
    }
  }
  return undefined;
}
