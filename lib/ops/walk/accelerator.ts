import type { View } from "./operands.ts";

/**
 * Does a run of n elements, each array from a position on, or returns false and does nothing. The
 * arrays are of one type, float64 or float32.
 */
export type Accelerate = (
  call: string,
  x: unknown,
  n: number,
  A: View["data"],
  a: number,
  B: View["data"],
  b: number,
  C: View["data"],
  c: number,
) => boolean;

/**
 * The WebAssembly kernel, which is there when a program has asked for an arena: programs without one
 * do not load it.
 */
export const accelerator: { run?: Accelerate } = {};

/** The number of elements from which on the kernel is faster than a loop. */
export const LONG = 256;
