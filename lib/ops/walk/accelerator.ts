import type { Place } from "./operands.ts";

/**
 * Does what a kernel would do, for the function that is called, or returns false and does nothing.
 * Its operands are those of the kernel.
 */
export type Accelerate = (
  call: string,
  x: unknown,
  m: number,
  n: number,
  ...arrays: [...Place, ...Partial<Place>, ...Partial<Place>]
) => boolean;

/**
 * The WebAssembly kernel, which is there when a program has asked for an arena: programs without one
 * do not load it.
 */
export const accelerator: { run?: Accelerate } = {};

/** The number of elements from which on the kernel is faster than a loop, whatever the function. */
export const LONG = 32;
