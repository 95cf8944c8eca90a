import type { Floats } from "../../../internal/arrays.ts";
import { write } from "../../paths/write-result.ts";
import { TERMS, type Product } from "../../product/product.ts";
import { sumsOfChunk } from "./part-products.ts";

/** c ← alpha·s + beta·c with s = ((S₀ + S₁) + S₂) + … of all chunks, rounded as by every path. */
export function addChunks(product: Product, sums: Floats): void {
  const { dtype, m, n, k, alpha, beta, c } = product;
  const end = Math.ceil(k / TERMS) * m * n;
  if (dtype === "float32") add32(sums, m * n, end);
  else add64(sums, m * n, end);
  const { rowStride, columnStride } = sumsOfChunk(product, sums, 0);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const scaled = alpha * sums[i * rowStride + j * columnStride]!;
      write(dtype, c.data, c.offset + i * c.rowStride + j * c.columnStride, scaled, beta);
    }
  }
}

/**
 * Adds the sums of all chunks to those of the first. Each dtype has a function of its own, because
 * V8 optimises a function for the arrays that it meets.
 */
function add64(sums: Floats, size: number, end: number): void {
  for (let q = 0; q < size; q++) {
    let s = sums[q]!;
    for (let at = q + size; at < end; at += size) s += sums[at]!;
    sums[q] = s;
  }
}

function add32(sums: Floats, size: number, end: number): void {
  for (let q = 0; q < size; q++) {
    let s = sums[q]!;
    for (let at = q + size; at < end; at += size) s = Math.fround(s + sums[at]!);
    sums[q] = s;
  }
}
