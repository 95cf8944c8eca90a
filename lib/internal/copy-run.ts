import type { TypedArray } from "ndarray";

/** Runs of at least this length are copied faster by `TypedArray.set` than by a loop. */
export const LONG_RUN = 24;

/** Copies a run of elements between two arrays of one type. */
export function copyRun<D extends TypedArray>(
  from: D,
  start: number,
  to: D,
  at: number,
  length: number,
): void {
  (to as { set(run: unknown, at: number): void }).set(from.subarray(start, start + length), at);
}
