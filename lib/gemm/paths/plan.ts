/** How a product is cut into blocks that fit the engine's scratch and the caches. */
import { room } from "../kernel/engine.ts";
import { VECTOR } from "../kernel/kernel-exports.ts";
import { TERMS, type Product } from "../product/product.ts";

export interface Plan {
  /** Bytes of an element. */
  readonly size: number;
  /** Whether B is copied into panels; otherwise it is read as it lies. */
  readonly packs: boolean;
  /** Columns of B in a block. */
  readonly n: number;
  /** Columns of A, which are rows of B, in a block. */
  readonly k: number;
  /** Rows of A in a block. */
  readonly mA: number;
  /** Rows of C in a block. */
  readonly mC: number;
  /** Bytes from row to row of the sums. */
  readonly pitch: number;
  /** Bytes from the sums of all chunks so far to those of the next chunk. */
  readonly next: number;
}

/** Bytes that the kernel's tile for a single row of C writes. */
const SINGLE_ROW = 6 * VECTOR;

/** The rows from which on packing B saves more than it costs. */
const FEW_ROWS = 32;

/**
 * Depth of a block of k, in bytes of a row of A. With DEEP, a panel of B and four rows of A fit the
 * first-level cache. If the rows of B are NARROW, its panels fit anyway; the block may then be as
 * deep as DEEPEST, because longer rows of A are staged faster.
 */
const DEEP = 2 * 2 ** 10;
const DEEPEST = 8 * 2 ** 10;
const NARROW = 256;

/** The widest panel in bytes. Packing would change nothing in a B whose rows are one panel. */
const PANEL = 5 * VECTOR;

/**
 * Rows of B in a block if it lies in place and spans more than CACHED bytes. It then comes from
 * memory, a piece of one row after a piece of another, and a processor reads ahead in no more than
 * 20 to 30 places at a time. A copy would be read row by row.
 */
const STREAMS = 20;
const CACHED = 2 ** 20;

/** Unpacked B is read from the second-level cache, so a block has at least this many rows. */
const SHALLOW = 16;

/**
 * Bytes of the sums if there is one block of k: as much as the cache holds. With several blocks,
 * fewer and larger parts of C matter more.
 */
const ONE_PASS = 512 * 2 ** 10;

/** Plans a product. `isHere` says whether B lies in the engine's memory, where it is not copied. */
export function planOf({ m, n, k, c, b }: Product, isHere: boolean): Plan {
  const size = c.data.BYTES_PER_ELEMENT;
  const apart = isHere ? Math.abs(b.rowStride) : n;
  const isPanel = n * size <= PANEL && apart * size <= 2 * PANEL;
  // The kernel takes a row stride of 0 to mean that B is packed, so repeated rows are packed.
  const packs = (m >= FEW_ROWS && !isPanel) || b.columnStride !== 1 || b.rowStride === 0;
  const nBlock = evenly(n, packs ? room.b / DEEP : room.a / SHALLOW / size);
  const row = nBlock * size;
  const deepest = row <= NARROW ? DEEPEST / size : DEEP / size;
  const terms = Math.min(k, TERMS);
  const isStreamed = isHere && !isPanel && k * apart * size > CACHED;
  const rows = isStreamed ? STREAMS : Math.floor(room.a / row);
  const kBlock = evenly(terms, packs ? deepest : Math.min(deepest, rows));
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
