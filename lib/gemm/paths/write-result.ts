/** The last step of a product: what is written to c. */
import type { DType, Floats } from "../../internal/arrays.ts";

/**
 * cᵢⱼ ← scaled + beta·cᵢⱼ, which does not read c if beta is 0. The array itself rounds the last
 * result; float32 needs its terms rounded before that.
 */
export function write(dtype: DType, data: Floats, at: number, scaled: number, beta: number): void {
  if (beta === 0) data[at] = scaled;
  else if (dtype === "float32") data[at] = Math.fround(scaled) + Math.fround(beta * data[at]!);
  else data[at] = scaled + beta * data[at]!;
}
