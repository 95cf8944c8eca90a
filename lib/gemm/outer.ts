import type { Product } from "./matrix.ts";
import { write } from "./portable.ts";

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
      if (isPlain) c.data[ci] = product;
      else write(c.data, ci, alpha * (single ? Math.fround(product) : product), beta, single);
      ci += c.columnStride;
      bj += b.columnStride;
    }
  }
}
