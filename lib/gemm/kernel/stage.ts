/** Copies blocks of an operand between its own array and the engine's memory. */
import type { DType, Floats } from "../../internal/arrays.ts";
import { copyLines, type Lines } from "../../internal/wasm/copy-lines.ts";
import { isShared } from "../../internal/wasm/copy-shared.ts";
import type { Operand } from "../product/product.ts";
import type { Engine } from "./engine.ts";
import { VECTOR } from "./kernel-exports.ts";

/** A part of a matrix: its first row and column, and how many of each it has. */
export interface Block {
  readonly i: number;
  readonly rows: number;
  readonly j: number;
  readonly columns: number;
}

/** The place of a block in the engine's memory, in bytes. `copy` is missing if the block lives there. */
export interface Place {
  readonly address: number;
  readonly row: number;
  readonly step: number;
  readonly copy?: Copy;
}

interface Copy {
  readonly own: Lines;
  readonly staged: Lines;
  readonly count: number;
  readonly length: number;
}

/** Lines this far apart share one set of a common first-level cache (64 sets of 64 bytes). */
const ALIAS = 4096;
const CACHE_LINE = 64;

/**
 * JavaScript cannot see a buffer's address. glibc's `malloc` places large buffers this many bytes
 * after a page boundary, so we assume that.
 */
const BEGIN = 16;

/**
 * Bytes by which a copy is shifted to lie on cache lines as its array does, which speeds up large
 * copies by half. The shift is in whole vectors, so that the kernel loads each vector from one line.
 * V8 copies shared memory in words only if both sides lie alike on words, otherwise byte by byte.
 */
function skewOf(
  { byteOffset, BYTES_PER_ELEMENT: size }: Floats,
  start: number,
  shared: boolean,
): number {
  return (BEGIN + byteOffset + start * size) & (CACHE_LINE - (shared ? size : VECTOR));
}

/** Brings a block to where the kernel can read it: in place, or copied to `address`. */
export function stage(
  engine: Engine,
  dtype: DType,
  x: Operand,
  block: Block,
  address: number,
): Place {
  const place = placeOf(engine, dtype, x, block, address);
  copyIn(place);
  return place;
}

/**
 * The place of a block, before anything is copied. A copy in the scratch has the order that the
 * block has in its array.
 */
export function placeOf(
  engine: Engine,
  dtype: DType,
  x: Operand,
  block: Block,
  address: number,
): Place {
  const { data, rowStride, columnStride } = x;
  const size = data.BYTES_PER_ELEMENT;
  const start = x.offset + block.i * rowStride + block.j * columnStride;
  if (data.buffer === engine.float64.buffer) {
    const first = data.byteOffset + start * size;
    return { address: first, row: rowStride * size, step: columnStride * size };
  }
  const shared = engine.shared || isShared(data.buffer);
  const to = address + skewOf(data, start, shared);
  const turned = block.columns === 1 || (rowStride === 1 && columnStride !== 1);
  const [count, length] = turned ? [block.columns, block.rows] : [block.rows, block.columns];
  const pitch = (length * size) % ALIAS === 0 ? length * size + CACHE_LINE : length * size;
  const copy = {
    own: {
      data,
      start,
      stride: turned ? columnStride : rowStride,
      step: turned ? rowStride : columnStride,
      shared,
    },
    staged: {
      data: engine[dtype],
      start: to / size,
      stride: pitch / size,
      step: 1,
      shared,
    },
    count,
    length,
  };
  return turned
    ? { address: to, row: size, step: pitch, copy }
    : { address: to, row: pitch, step: size, copy };
}

export function copyIn({ copy }: Place): void {
  if (copy !== undefined) copyLines(copy.own, copy.staged, copy.count, copy.length);
}

export function copyOut({ copy }: Place): void {
  if (copy !== undefined) copyLines(copy.staged, copy.own, copy.count, copy.length);
}
