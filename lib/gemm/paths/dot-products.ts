import { room, type Engine } from "../kernel/engine.ts";
import { stage } from "../kernel/stage.ts";
import { TERMS, type Product } from "../product/product.ts";
import { write } from "./write-result.ts";

/** The most sums that count as few. */
export const FEW = 4;

const sums = new Float64Array(FEW);

/** The scratch has room for this many terms of each sum: whole chunks. */
const deepest = room.a / (FEW * Float64Array.BYTES_PER_ELEMENT);

/** A few long sums, each by the kernel. */
export function multiplyDots(engine: Engine, product: Product): void {
  const { dtype, m, n, k, alpha, beta, c, a, b } = product;
  const { dot } = engine.functions[dtype];
  sums.fill(0);
  for (let p = 0; p < k; p += deepest) {
    const depth = Math.min(deepest, k - p);
    const x = stage(engine, dtype, a, { i: 0, rows: m, j: p, columns: depth }, engine.a);
    const y = stage(engine, dtype, b, { i: p, rows: depth, j: 0, columns: n }, engine.b);
    for (let q = 0; q < m * n; q++) {
      const ai = x.address + Math.floor(q / n) * x.row;
      const bj = y.address + (q % n) * y.step;
      sums[q] = dot(depth, TERMS, ai, x.step, bj, y.row, sums[q]!);
    }
  }
  for (let q = 0; q < m * n; q++) {
    const at = c.offset + Math.floor(q / n) * c.rowStride + (q % n) * c.columnStride;
    write(dtype, c.data, at, alpha * sums[q]!, beta);
  }
}
