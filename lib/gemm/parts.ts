import type { Operand, Product } from "./matrix.ts";

/** Edges between parts keep to pairs of rows, and along a long axis to whole tiles and vectors. */
const PAIR = 2;
const TILE = 16;

/**
 * A product cut into `count` parts or fewer. k is never cut, so that each element is the same sum
 * as in one piece. Cutting the rows of C cuts A, cutting its columns cuts B; better the one that
 * lies in whole lines on both sides of the cut, else the smaller one.
 */
export function partsOf(product: Product, count: number): Product[] {
  const { m, n, c, a, b } = product;
  const cutA = a.rowStride === 1 ? m : 0;
  const cutB = b.columnStride === 1 ? n : 0;
  const alongRows = cutA === cutB ? m >= n : cutA < cutB;
  const length = alongRows ? m : n;
  const grain = length >= count * TILE ? TILE : PAIR;
  const each = Math.ceil(length / count / grain) * grain;
  const parts = [];
  for (let start = 0; start < length; start += each) {
    const size = Math.min(each, length - start);
    parts.push(
      alongRows
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
