/** The memories of arenas: `arena.ts` makes them, `multiply.ts` finds the one of an array. */
import { makeMemory, type Memory } from "../../gemm/kernel/engine.ts";
import type { FloatArray } from "../../gemm/product/product.ts";

/** By the buffer of their arrays, with which they live and die. */
const memories = new WeakMap<ArrayBufferLike, Memory>();
let areThereAny = false;

/** A buffer whose first `byteLength` bytes are for data, the scratch of an engine behind them. */
export function bufferWithScratch(byteLength: number): ArrayBuffer {
  const memory = makeMemory(byteLength);
  const { buffer } = memory.memory;
  memories.set(buffer, memory);
  areThereAny = true;
  return buffer;
}

/** The memory of the arena that an array was made in. */
export const arenaOf = ({ buffer }: FloatArray): Memory | undefined => memories.get(buffer);

/** Spares programs without arenas the look-up. */
export const hasArenas = (): boolean => areThereAny;
