import type { FloatArray, Product } from "../../product/product.ts";
import { sumsOf } from "./parts.ts";
import { write } from "../../paths/finish.ts";
import { TERMS } from "../../product/terms.ts";

/** c ← alpha·s + beta·c with s = ((S₀ + S₁) + S₂) + … of all chunks, rounded as everywhere. */
export function fold(product: Product, sums: FloatArray): void {
  const { m, n, k, alpha, beta, c } = product;
  const end = Math.ceil(k / TERMS) * m * n;
  const single = sums instanceof Float32Array;
  if (single) add32(sums, m * n, end);
  else add64(sums, m * n, end);
  const { rowStride, columnStride } = sumsOf(product, sums, 0);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const scaled = alpha * sums[i * rowStride + j * columnStride]!;
      write(c.data, c.offset + i * c.rowStride + j * c.columnStride, scaled, beta, single);
    }
  }
}

/** Adds the sums of all chunks to those of the first; one for each type, for the engine's sake. */
function add64(sums: Float64Array, size: number, end: number): void {
  for (let q = 0; q < size; q++) {
    let s = sums[q]!;
    for (let at = q + size; at < end; at += size) s += sums[at]!;
    sums[q] = s;
  }
}

function add32(sums: Float32Array, size: number, end: number): void {
  for (let q = 0; q < size; q++) {
    let s = sums[q]!;
    for (let at = q + size; at < end; at += size) s = Math.fround(s + sums[at]!);
    sums[q] = s;
  }
}
