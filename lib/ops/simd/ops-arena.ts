import { arena as makeArena, type Arena, type ArenaOptions } from "../../internal/wasm/arena.ts";
import { accelerator } from "../walk/accelerator.ts";
import { accelerate } from "./accelerate.ts";

/**
 * Reserves memory in which + - * /, neg, abs, sqrt, floor, ceil, max, min, exp and log run on
 * 128-bit vectors, with the same bits as elsewhere. `gemm` works in this memory without copies too.
 * The first call of this function lets ops run on vectors in the arenas of `gemm` as well. With
 * `shared`, the threads of a `gemmPool` work in the memory, too.
 *
 * @throws TypeError, RangeError if that much memory is not available
 * @example
 * const { float64 } = arena(2 ** 20);
 * const [flat, { w, b }] = emptyWithViews({ w: [784, 10], b: 10 }, { allocate: float64 });
 */
export function arena(byteLength: number, options?: ArenaOptions): Arena {
  accelerator.run = accelerate;
  return makeArena(byteLength, options);
}
