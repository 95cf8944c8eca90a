import { room, type Engine } from "./engine.ts";
import type { Product } from "./matrix.ts";
import { write } from "./portable.ts";
import { stage } from "./stage.ts";

const SIZE = Float32Array.BYTES_PER_ELEMENT;

/**
 * A few sums of float32, each by the kernel. JavaScript adds in float64 and rounds to float32,
 * which makes the chain of sums three times as long.
 */
export function multiplyDots(engine: Engine, { m, n, k, alpha, beta, c, a, b }: Product): void {
  const { dot32 } = engine.kernels;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p += room.a / SIZE) {
        const depth = Math.min(room.a / SIZE, k - p);
        const x = stage(engine, a, { i, rows: 1, j: p, columns: depth }, engine.a);
        const y = stage(engine, b, { i: p, rows: depth, j, columns: 1 }, engine.b);
        sum = dot32(depth, x.address, x.step, y.address, y.row, sum);
      }
      const at = c.offset + i * c.rowStride + j * c.columnStride;
      write(c.data, at, alpha * sum, beta, true);
    }
  }
}
