/**
 * The memories that kernels work in: data in front, then a scratch. A memory has a fixed size, so
 * that the arrays on it stay valid. Kernels keep nothing in the scratch between two calls, so all
 * of them use the same one.
 */
import type { Floats } from "../arrays.ts";

export const PAGE = 64 * 2 ** 10;
const MOST_PAGES = 2 ** 16;

/** Bytes of the scratch. Each family of kernels divides it as it needs. */
export const SCRATCH = 292 * PAGE;

/** A memory of 4 GiB has this many bytes for data. */
export const MOST_DATA = 2 ** 32 - SCRATCH;

export interface Memory {
  readonly memory: WebAssembly.Memory;
  readonly float64: Float64Array;
  readonly float32: Float32Array;
  /** Address of the scratch. */
  readonly scratch: number;
  /** Whether other threads can join. */
  readonly shared: boolean;
}

/** The most threads that can join a memory, each with a scratch of its own. */
const MOST_JOINED = 32;

/** @throws RangeError if the engine cannot provide that much memory */
export function makeMemory(byteLength: number, shared = false): Memory {
  const scratch = Math.ceil(byteLength / PAGE) * PAGE;
  const initial = (scratch + SCRATCH) / PAGE;
  const most = initial + MOST_JOINED * (SCRATCH / PAGE);
  const maximum = shared ? Math.min(most, MOST_PAGES) : initial;
  return memoryOn(new WebAssembly.Memory({ initial, maximum, shared }), scratch, shared);
}

/**
 * The memory of another thread, with a scratch of its own behind all others: a shared memory can
 * grow, and the arrays on it stay valid.
 *
 * @throws RangeError if it cannot grow any more
 */
export const joinMemory = (memory: WebAssembly.Memory): Memory =>
  memoryOn(memory, memory.grow(SCRATCH / PAGE) * PAGE, true);

// The buffer is asked for once: after another thread has joined, it would be another object.
function memoryOn(memory: WebAssembly.Memory, scratch: number, shared: boolean): Memory {
  const { buffer } = memory;
  const [float64, float32] = [new Float64Array(buffer), new Float32Array(buffer)];
  return { memory, float64, float32, scratch, shared };
}

let common: Memory | "missing" | undefined;

/**
 * The memory for operands that live outside of arenas: nothing but a scratch. It is undefined if the
 * engine cannot provide it, which is found out once, because an engine tries hard and takes long.
 */
export function commonMemory(): Memory | undefined {
  if (common === undefined) {
    try {
      common = makeMemory(0);
    } catch {
      common = "missing"; // the caller goes on in plain JavaScript
    }
  }
  return common === "missing" ? undefined : common;
}

/** The memories of arenas, each by its buffer: an entry lives as long as an array of the arena. */
const memories = new WeakMap<ArrayBufferLike, Memory>();
let areThereArenas = false;

/** Makes the buffer of an arena, whose first `byteLength` bytes are for data. */
export function makeArenaBuffer(byteLength: number, shared: boolean): ArrayBufferLike {
  const memory = makeMemory(byteLength, shared);
  const { buffer } = memory.float64;
  memories.set(buffer, memory);
  areThereArenas = true;
  return buffer;
}

/** The memory of the arena that an array was made in; undefined for every other array. */
export const arenaMemoryOf = ({ buffer }: Pick<Floats, "buffer">): Memory | undefined =>
  memories.get(buffer);

/** Whether an arena was ever made: programs without arenas skip the look-up. */
export const hasArenas = (): boolean => areThereArenas;
