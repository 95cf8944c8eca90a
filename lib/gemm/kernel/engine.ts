/** A kernel with its memory: what is reserved for data in front, then the scratch. Never grows. */
import { instantiate, type Kernels } from "./kernel.ts";

const KIB = 2 ** 10;
const MIB = 2 ** 20;
const PAGE = 64 * KIB;

/**
 * Room in bytes for a block of each operand: one of A that stays in the second-level cache while
 * a panel of B stays in the first, and one of C that takes in the sums of all blocks of k. `raw`
 * is where an operand lies before it is packed, and a result before it goes to its array.
 */
export const room = { a: 256 * KIB, raw: 4 * MIB, b: 4 * MIB, c: 8 * MIB } as const;

/**
 * Lines of a page or more are padded by 64 bytes to keep them apart in the cache, which adds 64 KiB
 * at most; vectors reach over the end of a row.
 */
const SLACK = 8 * PAGE;

/** The most that a memory of 4 GiB has for data. */
export const MOST = 2 ** 32 - (room.a + room.raw + room.b + room.c + 4 * SLACK);

/** A memory of which the first part is for data, with the addresses of its scratch. */
export interface Memory {
  readonly memory: WebAssembly.Memory;
  readonly float64: Float64Array;
  readonly float32: Float32Array;
  readonly a: number;
  readonly raw: number;
  readonly b: number;
  readonly c: number;
}

export interface Engine extends Memory {
  readonly kernels: Kernels;
}

/** @throws RangeError where the engine has not that much memory */
export function makeMemory(reserved: number): Memory {
  const a = Math.ceil(reserved / PAGE) * PAGE;
  const raw = a + room.a + SLACK;
  const b = raw + room.raw + SLACK;
  const c = b + room.b + SLACK;
  const pages = (c + room.c + SLACK) / PAGE;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const float64 = new Float64Array(memory.buffer);
  return { memory, float64, float32: new Float32Array(memory.buffer), a, raw, b, c };
}

export const makeEngine = (module: WebAssembly.Module, memory = makeMemory(0)): Engine => ({
  ...memory,
  kernels: instantiate(module, memory.memory),
});
