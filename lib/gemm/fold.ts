import type { FloatArray, Product } from "./matrix.ts";
import { sumsOf } from "./parts.ts";
import { write } from "./portable.ts";
import { TERMS } from "./terms.ts";

/** s = ((S₀ + S₁) + S₂) + … of the chunks' sums, then c ← alpha·s + beta·c, rounded as everywhere. */
export function fold(product: Product, sums: FloatArray): void {
  const { m, n, k, alpha, beta, c } = product;
  const size = m * n;
  const end = Math.ceil(k / TERMS) * size;
  for (let start = size; start < end; start += size) {
    for (let q = 0; q < size; q++) sums[q]! += sums[start + q]!;
  }
  const s = sumsOf(product, sums, 0);
  const single = sums instanceof Float32Array;
  for (let i = 0; i < m; i++) {
    let at = c.offset + i * c.rowStride;
    let from = s.offset + i * s.rowStride;
    for (let j = 0; j < n; j++) {
      write(c.data, at, alpha * sums[from]!, beta, single);
      at += c.columnStride;
      from += s.columnStride;
    }
  }
}
