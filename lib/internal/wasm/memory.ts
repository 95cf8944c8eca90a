/**
 * The memories that kernels work in: data in front, then a scratch. A memory has a fixed size, so
 * that the arrays on it stay valid. Kernels keep nothing in the scratch between two calls, so all
 * of them use the same one.
 */
import type { Floats } from "../arrays.ts";

export const PAGE = 64 * 2 ** 10;

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
}

/** @throws RangeError if the engine cannot provide that much memory */
export function makeMemory(byteLength: number): Memory {
  const scratch = Math.ceil(byteLength / PAGE) * PAGE;
  const pages = (scratch + SCRATCH) / PAGE;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const float64 = new Float64Array(memory.buffer);
  return { memory, float64, float32: new Float32Array(memory.buffer), scratch };
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
export function makeArenaBuffer(byteLength: number): ArrayBuffer {
  const memory = makeMemory(byteLength);
  const { buffer } = memory.memory;
  memories.set(buffer, memory);
  areThereArenas = true;
  return buffer;
}

/** The memory of the arena that an array was made in; undefined for every other array. */
export const arenaMemoryOf = ({ buffer }: Floats): Memory | undefined => memories.get(buffer);

/** Whether an arena was ever made: programs without arenas skip the look-up. */
export const hasArenas = (): boolean => areThereArenas;
