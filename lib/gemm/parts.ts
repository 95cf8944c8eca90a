import type { Operand, Product } from "./matrix.ts";

/** Edges between parts keep to whole tiles and vectors. */
const GRAIN = 16;

/**
 * A product cut into `count` parts or fewer, along the longer axis of C. k is never cut, so that
 * each element is the same sum as in one piece.
 */
export function partsOf(product: Product, count: number): Product[] {
  const { m, n, c, a, b } = product;
  const length = Math.max(m, n);
  const each = Math.ceil(length / count / GRAIN) * GRAIN;
  const parts = [];
  for (let start = 0; start < length; start += each) {
    const size = Math.min(each, length - start);
    parts.push(
      m >= n
        ? { ...product, m: size, c: fromRow(c, start), a: fromRow(a, start) }
        : { ...product, n: size, c: fromColumn(c, start), b: fromColumn(b, start) },
    );
  }
  return parts;
}

const fromRow = (x: Operand, row: number): Operand => ({
  ...x,
  offset: x.offset + row * x.rowStride,
});

const fromColumn = (x: Operand, column: number): Operand => ({
  ...x,
  offset: x.offset + column * x.columnStride,
});
