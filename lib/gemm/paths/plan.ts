/** How a product is cut into blocks that fit the engine's scratch and the caches. */
import { room } from "../kernel/engine.ts";
import { VECTOR } from "../kernel/kernel.ts";
import type { Product } from "../product/product.ts";
import { TERMS } from "../product/terms.ts";

export interface Plan {
  /** Bytes of an element. */
  readonly size: number;
  /** Whether B is copied into panels; else it is read as it lies. */
  readonly packs: boolean;
  /** How many columns of B, how many of A, how many rows of A and of C are taken at a time. */
  readonly n: number;
  readonly k: number;
  readonly mA: number;
  readonly mC: number;
  /** Bytes from row to row of the sums, and from the sums so far to those of the next chunk. */
  readonly pitch: number;
  readonly next: number;
}

/** Bytes of a row that the kernel's tile for a single row of C writes. */
const SINGLE_ROW = 6 * VECTOR;

/** With fewer rows, packing B costs more than it saves. */
const FEW_ROWS = 32;

/**
 * A block of k in bytes of a row of A: a panel of B and four rows of A fit the first-level cache.
 * Where a row of B is NARROW its panels fit anyway, and whole rows of A are staged faster.
 */
const DEEP = 2 * 2 ** 10;
const DEEPEST = 8 * 2 ** 10;
const NARROW = 256;

/** B in place is read from the second-level cache in blocks of this many rows or more. */
const SHALLOW = 16;

/** Sums of all blocks of k need room; sums of the only one no more than the cache has. */
const ONE_PASS = 512 * 2 ** 10;

export function planOf({ m, n, k, c, b }: Product): Plan {
  const size = c.data.BYTES_PER_ELEMENT;
  // Without a step from row to row in place, the kernel would take B for packed.
  const packs = m >= FEW_ROWS || b.columnStride !== 1 || b.rowStride === 0;
  const nBlock = evenly(n, packs ? room.b / DEEP : room.a / SHALLOW / size);
  const row = nBlock * size;
  const deepest = row <= NARROW ? DEEPEST / size : DEEP / size;
  const terms = Math.min(k, TERMS);
  const kBlock = evenly(terms, packs ? deepest : Math.min(deepest, Math.floor(room.a / row)));
  const unit = m === 1 && !packs ? SINGLE_ROW : VECTOR;
  const pitch = Math.ceil(row / unit) * unit;
  const mA = fours(room.a / (kBlock * size));
  const next = k > TERMS ? room.c / 2 : room.c;
  const mC = fours((kBlock === k ? ONE_PASS : next) / pitch);
  return { size, packs, n: nBlock, k: kBlock, mA, mC, pitch, next };
}

/** The largest of the equal parts, each `most` or less, that `length` is cut into. */
const evenly = (length: number, most: number): number =>
  Math.ceil(length / Math.ceil(length / most));

/** Tiles are up to four rows high. */
const fours = (rows: number): number => Math.floor(rows / 4) * 4;
