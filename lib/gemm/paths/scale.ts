import type { Matrix } from "../product/product.ts";

/** c ← beta·c: what is left of a product that has no terms. Reads c only where beta is not 0. */
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
