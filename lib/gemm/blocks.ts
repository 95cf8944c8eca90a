/** A product in blocks that fit the engine's scratch and the caches. */
import { room, type Engine } from "./engine.ts";
import type { Kernel } from "./kernel.ts";
import type { Product } from "./matrix.ts";
import { turned } from "./portable.ts";
import { copyIn, copyOut, placeOf, stage, type Block, type Place } from "./stage.ts";

/** Bytes of a vector; of the row that the kernel's tile for a single row of C writes. */
const VECTOR = 16;
const SINGLE_ROW = 6 * VECTOR;

/** With fewer rows, packing B costs more than it saves. */
const FEW = 32;

/** A panel of B two vectors wide and this deep fits the first-level cache. */
const DEEPEST = 1024;

/** Sums of all of k stay in the scratch; of one pass over k, no more than the cache holds. */
const ONE_PASS = 512 * 2 ** 10;

/** The part of `length` that is at most `most`, when it is cut into equal parts. */
const evenly = (length: number, most: number): number =>
  Math.ceil(length / Math.ceil(length / most));

interface Plan {
  readonly size: number;
  /** Whether B is copied into panels; else it is read as it lies. */
  readonly packs: boolean;
  /** How much of n, of k, and of m for A and for C, is taken at a time. */
  readonly n: number;
  readonly k: number;
  readonly mA: number;
  readonly mC: number;
  /** Bytes from row to row of the sums. */
  readonly pitch: number;
}

function planOf({ m, n, k, c, b }: Product): Plan {
  const size = c.data.BYTES_PER_ELEMENT;
  const packs = m >= FEW || b.columnStride !== 1;
  const nBlock = evenly(n, (packs ? room.b / DEEPEST : room.a / 16) / size);
  const deepest = packs ? DEEPEST : Math.max(16, Math.floor(room.a / (nBlock * size)));
  const kBlock = evenly(k, Math.min(DEEPEST, deepest));
  const rowBytes = m === 1 && !packs ? SINGLE_ROW : VECTOR;
  const pitch = Math.ceil((nBlock * size) / rowBytes) * rowBytes;
  const mC = Math.floor((kBlock === k ? ONE_PASS : room.c) / pitch);
  const mA = Math.floor(room.a / (kBlock * size));
  return { size, packs, n: nBlock, k: kBlock, mA: fours(mA), mC: fours(mC), pitch };
}

/** Tiles are up to four rows high. */
const fours = (rows: number): number => rows - (rows % 4);

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
