import type { Product } from "../product/product.ts";
import { write } from "./finish.ts";

/** The product of a column and a row (k = 1): cᵢⱼ ← alpha·(aᵢ·bⱼ) + beta·cᵢⱼ. */
export function multiplyOuter({ m, n, alpha, beta, c, a, b }: Product): void {
  const single = c.data instanceof Float32Array;
  const isPlain = alpha === 1 && beta === 0;
  for (let i = 0; i < m; i++) {
    const x = a.data[a.offset + i * a.rowStride]!;
    let ci = c.offset + i * c.rowStride;
    let bj = b.offset;
    for (let j = 0; j < n; j++) {
      const product = x * b.data[bj]!;
      const sum = (single ? Math.fround(product) : product) + 0; // as from 0 on: never -0
      if (isPlain) c.data[ci] = sum;
      else write(c.data, ci, alpha * sum, beta, single);
      ci += c.columnStride;
      bj += b.columnStride;
    }
  }
}
