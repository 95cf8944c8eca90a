/** A kernel on a memory, and how it divides the scratch of that memory into rooms. */
import type { DType } from "../../internal/arrays.ts";
import { makeMemory, PAGE, type Memory } from "../../internal/wasm/memory.ts";
import { functionsOn, type KernelFunctions } from "./kernel-exports.ts";

const KIB = 2 ** 10;
const MIB = 2 ** 20;

/**
 * Bytes of each room. `a` and `b` hold a block of each operand: the block of A stays in the
 * second-level cache while a panel of B stays in the first. `c` takes the sums of all blocks of k.
 * `raw` holds B before it is packed, and a result on its way to its array.
 */
export const room = { a: 256 * KIB, raw: 4 * MIB, b: 4 * MIB, c: 8 * MIB } as const;

/**
 * Space behind each room. Lines of a page or more are padded by 64 bytes, which keeps them apart in
 * the cache and adds 64 KiB at most, and vectors reach beyond the end of a row.
 */
const SLACK = 8 * PAGE;

/** The addresses of the rooms, and the kernel's functions on this memory. */
export interface Engine extends Memory, Readonly<Record<keyof typeof room, number>> {
  readonly functions: Readonly<Record<DType, KernelFunctions>>;
}

export function makeEngine(module: WebAssembly.Module, memory = makeMemory(0)): Engine {
  const a = memory.scratch;
  const raw = a + room.a + SLACK;
  const b = raw + room.raw + SLACK;
  const c = b + room.b + SLACK;
  return { ...memory, a, raw, b, c, functions: functionsOn(module, memory.memory) };
}
