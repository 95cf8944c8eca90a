/** The last step of a product: what is written to c. */
import type { DType, Floats } from "../../internal/arrays.ts";
import type { Matrix } from "../product/product.ts";

/**
 * cᵢⱼ ← scaled + beta·cᵢⱼ, which does not read c if beta is 0. The array itself rounds the last
 * result; float32 needs its terms rounded before that.
 */
export function write(dtype: DType, data: Floats, at: number, scaled: number, beta: number): void {
  if (beta === 0) data[at] = scaled;
  else if (dtype === "float32") data[at] = Math.fround(scaled) + Math.fround(beta * data[at]!);
  else data[at] = scaled + beta * data[at]!;
}

/** c ← beta·c: all that is left of a product without terms. It does not read c if beta is 0. */
export function scale({ data, shape, stride, offset }: Matrix, beta: number): void {
  if (beta === 1) return;
  for (let i = 0; i < shape[0]!; i++) {
    let at = offset + i * stride[0]!;
    for (let j = 0; j < shape[1]!; j++) {
      data[at] = beta === 0 ? 0 : beta * data[at]!;
      at += stride[1]!;
    }
  }
}
