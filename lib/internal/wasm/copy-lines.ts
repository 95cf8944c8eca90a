/** Copying between arrays, line by line. */
import { copyShared } from "./copy-shared.ts";
import type { Floats } from "../arrays.ts";

/** Lines of elements in an array: from one line to the next `stride`, inside a line `step`. */
export interface Lines {
  readonly data: Floats;
  readonly start: number;
  readonly stride: number;
  readonly step: number;
  /** Whether the array is on shared memory. */
  readonly shared: boolean;
}

/** From this length on `TypedArray.set` on a part is faster than a loop. */
const LONG = 24;

export function copyLines(from: Lines, to: Lines, count: number, length: number): void {
  if (from.step === 1 && to.step === 1) {
    if (from.stride === length && to.stride === length) {
      copyRun(from, from.start, to, to.start, count * length);
      return;
    }
    if (length >= LONG) {
      for (let r = 0; r < count; r++) {
        copyRun(from, from.start + r * from.stride, to, to.start + r * to.stride, length);
      }
      return;
    }
  }
  for (let r = 0; r < count; r++) {
    let at = from.start + r * from.stride;
    let into = to.start + r * to.stride;
    for (let q = 0; q < length; q++) {
      to.data[into] = from.data[at]!;
      at += from.step;
      into += to.step;
    }
  }
}

function copyRun(from: Lines, start: number, to: Lines, into: number, length: number): void {
  const run = from.data.subarray(start, start + length);
  if (from.shared || to.shared) copyShared(run, to.data.subarray(into, into + length));
  else to.data.set(run, into);
}
