/** Blocks of an operand between its own array and the engine's memory. */
import type { Engine } from "./engine.ts";
import { VECTOR } from "./kernel.ts";
import { copyLines, type Lines } from "../../internal/wasm/copy-lines.ts";
import { isShared, type FloatArray, type Operand } from "../product/product.ts";

/** Part of a matrix: its first row and column, and how many of each. */
export interface Block {
  readonly i: number;
  readonly rows: number;
  readonly j: number;
  readonly columns: number;
}

/** Where the engine's memory holds a block, in bytes; `copy` unless it lives there. */
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

/** Lines this far apart fall into one set of a usual first-level cache, 64 sets of 64 bytes. */
const ALIAS = 4096;
const CACHE_LINE = 64;

/**
 * Copies run faster, large ones by half, where both sides lie alike on lines of the cache. Where
 * buffers begin is not for JavaScript to see: large ones of glibc's `malloc` so many bytes after
 * a page. The scratch follows them, in steps of a vector, which the kernel then loads from one line.
 * From shared memory V8 copies words if both sides lie alike on words, else single bytes.
 */
const BEGIN = 16;

function skewOf(
  { byteOffset, BYTES_PER_ELEMENT: size }: FloatArray,
  start: number,
  shared: boolean,
): number {
  return (BEGIN + byteOffset + start * size) & (CACHE_LINE - (shared ? size : VECTOR));
}

/** The block where the kernel can read it: in place, or copied to `address`. */
export function stage(engine: Engine, x: Operand, block: Block, address: number): Place {
  const place = placeOf(engine, x, block, address);
  copyIn(place);
  return place;
}

/** The place of a block, nothing copied yet. The scratch holds it in the order of its array. */
export function placeOf(engine: Engine, x: Operand, block: Block, address: number): Place {
  const { data, rowStride, columnStride } = x;
  const size = data.BYTES_PER_ELEMENT;
  const start = x.offset + block.i * rowStride + block.j * columnStride;
  if (data.buffer === engine.float64.buffer) {
    const first = data.byteOffset + start * size;
    return { address: first, row: rowStride * size, step: columnStride * size };
  }
  const shared = isShared(data.buffer);
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
      data: data instanceof Float32Array ? engine.float32 : engine.float64,
      start: to / size,
      stride: pitch / size,
      step: 1,
      shared: false,
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
