import { room, type Engine } from "./engine.ts";
import type { Product } from "./matrix.ts";
import { write } from "./portable.ts";
import { stage } from "./stage.ts";
import { TERMS } from "./terms.ts";

/** How many sums are few. */
export const FEW = 4;

const sums = new Float32Array(FEW);
/** How many terms the scratch has room for: whole chunks. */
const deepest = room.a / (FEW * sums.BYTES_PER_ELEMENT);

/**
 * A few sums of float32, each by the kernel. JavaScript adds in float64 and rounds to float32,
 * which makes the chain of sums three times as long.
 */
export function multiplyDots(engine: Engine, { m, n, k, alpha, beta, c, a, b }: Product): void {
  const { dot32 } = engine.kernels;
  sums.fill(0);
  for (let p = 0; p < k; p += deepest) {
    const depth = Math.min(deepest, k - p);
    const x = stage(engine, a, { i: 0, rows: m, j: p, columns: depth }, engine.a);
    const y = stage(engine, b, { i: p, rows: depth, j: 0, columns: n }, engine.b);
    for (let q = 0; q < m * n; q++) {
      const ai = x.address + Math.floor(q / n) * x.row;
      const bj = y.address + (q % n) * y.step;
      for (let t = 0; t < depth; t += TERMS) {
        const terms = Math.min(TERMS, depth - t);
        sums[q]! += dot32(terms, ai + t * x.step, x.step, bj + t * y.row, y.row);
      }
    }
  }
  for (let q = 0; q < m * n; q++) {
    const at = c.offset + Math.floor(q / n) * c.rowStride + (q % n) * c.columnStride;
    write(c.data, at, alpha * sums[q]!, beta, true);
  }
}
