import type { Product } from "../product/product.ts";
import { write } from "./write-result.ts";

/** The product of a column and a row (k = 1): cᵢⱼ ← alpha·(aᵢ·bⱼ) + beta·cᵢⱼ. */
export function multiplyOuter({ dtype, m, n, alpha, beta, c, a, b }: Product): void {
  const isSingle = dtype === "float32";
  const isPlain = alpha === 1 && beta === 0;
  for (let i = 0; i < m; i++) {
    const x = a.data[a.offset + i * a.rowStride]!;
    let ci = c.offset + i * c.rowStride;
    let bj = b.offset;
    for (let j = 0; j < n; j++) {
      const term = x * b.data[bj]!;
      const sum = (isSingle ? Math.fround(term) : term) + 0; // a sum that starts at 0 is never -0
      if (isPlain) c.data[ci] = sum;
      else write(dtype, c.data, ci, alpha * sum, beta);
      ci += c.columnStride;
      bj += b.columnStride;
    }
  }
}
