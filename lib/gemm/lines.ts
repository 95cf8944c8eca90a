/** Copying between arrays, line by line. */
import { copyShared } from "./copy-shared.ts";
import { isShared, type FloatArray } from "./matrix.ts";

/** Lines of elements in an array: from one line to the next `stride`, inside a line `step`. */
export interface Lines {
  readonly data: FloatArray;
  readonly start: number;
  readonly stride: number;
  readonly step: number;
}

/** From this length on `TypedArray.set` on a part is faster than a loop. */
const LONG = 24;

export function copyLines(from: Lines, to: Lines, count: number, length: number): void {
  if (from.step === 1 && to.step === 1) {
    if (from.stride === length && to.stride === length) {
      copyRun(from.data, from.start, to.data, to.start, count * length);
      return;
    }
    if (length >= LONG) {
      for (let r = 0; r < count; r++) {
        copyRun(from.data, from.start + r * from.stride, to.data, to.start + r * to.stride, length);
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

function copyRun(
  from: FloatArray,
  start: number,
  to: FloatArray,
  into: number,
  length: number,
): void {
  const run = from.subarray(start, start + length);
  if (isShared(from.buffer) || isShared(to.buffer))
    copyShared(run, to.subarray(into, into + length));
  else to.set(run, into);
}
