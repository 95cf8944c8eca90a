import type { Floats } from "../../../internal/arrays.ts";
import { TERMS, type Operand, type Product } from "../../product/product.ts";
import { Axis, type Cut } from "./choose-cut.ts";

/** The products that make up one part: a single one, or one for each chunk if the terms are cut. */
export function partProducts(product: Product, cut: Cut, part: number, sums: Floats): Product[] {
  const { m, n, k, c, a, b } = product;
  const start = part * cut.each;
  const size = (length: number): number => Math.min(cut.each, length - start);
  if (cut.axis === Axis.rows) {
    return [{ ...product, m: size(m), c: fromRow(c, start), a: fromRow(a, start) }];
  }
  if (cut.axis === Axis.columns) {
    return [{ ...product, n: size(n), c: fromColumn(c, start), b: fromColumn(b, start) }];
  }
  const chunks = [];
  for (let p = start; p < start + size(k); p += TERMS) {
    chunks.push({
      ...product,
      k: Math.min(TERMS, k - p),
      alpha: 1,
      beta: 0,
      c: sumsOfChunk(product, sums, p / TERMS),
      a: fromColumn(a, p),
      b: fromRow(b, p),
    });
  }
  return chunks;
}

/** The sums of one chunk. Lines run along the longer axis of C, in the order the kernel makes them. */
export const sumsOfChunk = ({ m, n }: Product, data: Floats, chunk: number): Operand => ({
  data,
  offset: chunk * m * n,
  rowStride: m > n ? 1 : n,
  columnStride: m > n ? m : 1,
});

const fromRow = (x: Operand, row: number): Operand => ({
  ...x,
  offset: x.offset + row * x.rowStride,
});

const fromColumn = (x: Operand, column: number): Operand => ({
  ...x,
  offset: x.offset + column * x.columnStride,
});
