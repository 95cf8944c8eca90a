/** A product in blocks that fit the engine's scratch and the caches. */
import { room, type Engine } from "./engine.ts";
import type { Kernel } from "./kernel.ts";
import type { Product } from "./matrix.ts";
import { turned } from "./portable.ts";
import { planOf, VECTOR, type Plan } from "./plan.ts";
import { copyIn, copyOut, placeOf, stage, type Block, type Place } from "./stage.ts";

/**
 * Vectors run along the rows of B, so these should lie side by side; transposing C exchanges the
 * operands. Where both would do, the longer axis of C gets the vectors; where neither does, the
 * smaller operand is packed.
 */
function oriented(product: Product): Product {
  const { m, n, a, b } = product;
  const straight = b.columnStride === 1;
  const crossed = a.rowStride === 1;
  const crosses = straight !== crossed ? crossed : straight ? m > n : m < n;
  return crosses ? turned(product) : product;
}

export function multiplyInBlocks(engine: Engine, given: Product): void {
  const product = oriented(given);
  const { m, n, k, a, c } = product;
  const kernel = c.data instanceof Float32Array ? engine.kernels.float32 : engine.kernels.float64;
  const plan = planOf(product);
  for (let j = 0; j < n; j += plan.n) {
    const columns = Math.min(plan.n, n - j);
    const vectors = Math.ceil((columns * plan.size) / VECTOR);
    let bPlace: Place | undefined;
    for (let iC = 0; iC < m; iC += plan.mC) {
      const iEnd = Math.min(m, iC + plan.mC);
      for (let p = 0; p < k; p += plan.k) {
        const depth = Math.min(plan.k, k - p);
        // One block of k: B is the same for all rows.
        if (bPlace === undefined || plan.k < k) {
          bPlace = stageB(engine, kernel, product, plan, { i: p, rows: depth, j, columns });
        }
        for (let i = iC; i < iEnd; i += plan.mA) {
          const rows = Math.min(plan.mA, iEnd - i);
          const block = { i, rows, j: p, columns: depth };
          const { address, row, step } = stage(engine, a, block, engine.a);
          const sums = engine.c + (i - iC) * plan.pitch;
          kernel.multiply(
            rows,
            vectors,
            depth,
            address,
            row,
            step,
            bPlace.address,
            bPlace.row,
            sums,
            plan.pitch,
            p === 0,
          );
        }
      }
      finish(engine, kernel, product, plan, { i: iC, rows: iEnd - iC, j, columns });
    }
  }
}

function stageB(
  engine: Engine,
  kernel: Kernel,
  { b }: Product,
  { packs }: Plan,
  block: Block,
): Place {
  const place = stage(engine, b, block, packs ? engine.raw : engine.b);
  if (!packs) return place;
  kernel.pack(block.rows, block.columns, place.address, place.row, place.step, engine.b);
  return { address: engine.b, row: 0, step: 0 };
}

/** c ← alpha·sums + beta·c, by way of the scratch where c lives elsewhere. */
function finish(
  engine: Engine,
  kernel: Kernel,
  { c, alpha, beta }: Product,
  { size, pitch }: Plan,
  { i: start, rows: all, j, columns }: Block,
): void {
  const most = Math.floor(room.raw / (columns * size));
  for (let i = start; i < start + all; i += most) {
    const rows = Math.min(most, start + all - i);
    const place = placeOf(engine, c, { i, rows, j, columns }, engine.raw);
    if (beta !== 0) copyIn(place);
    const sums = engine.c + (i - start) * pitch;
    kernel.combine(rows, columns, alpha, sums, pitch, beta, place.address, place.row, place.step);
    copyOut(place);
  }
}
