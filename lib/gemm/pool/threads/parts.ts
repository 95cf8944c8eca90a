import { Axis, type Cut } from "./cut.ts";
import type { FloatArray, Operand, Product } from "../../product/product.ts";
import { TERMS } from "../../product/terms.ts";

/** One part of a product that is cut: one product, or one for each of its chunks of the terms. */
export function partOf(product: Product, cut: Cut, part: number, sums: FloatArray): Product[] {
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
      c: sumsOf(product, sums, p / TERMS),
      a: fromColumn(a, p),
      b: fromRow(b, p),
    });
  }
  return chunks;
}

/** The sums of a chunk, the longer axis of C in lines: so the kernel leaves them. */
export const sumsOf = ({ m, n }: Product, data: FloatArray, chunk: number): Operand => ({
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
