/** Copies between arrays, line by line. */
import type { Floats } from "../arrays.ts";
import { copyRun, LONG_RUN } from "../copy-run.ts";
import { copyShared } from "./copy-shared.ts";

/** Lines of elements in an array: `stride` leads from line to line, `step` along a line. */
export interface Lines {
  readonly data: Floats;
  readonly start: number;
  readonly stride: number;
  readonly step: number;
  /** Whether the array is on shared memory. */
  readonly shared: boolean;
}

export function copyLines(from: Lines, to: Lines, count: number, length: number): void {
  if (from.step === 1 && to.step === 1) {
    if (from.stride === length && to.stride === length) {
      copyLine(from, from.start, to, to.start, count * length);
      return;
    }
    if (length >= LONG_RUN) {
      for (let r = 0; r < count; r++) {
        copyLine(from, from.start + r * from.stride, to, to.start + r * to.stride, length);
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

function copyLine(from: Lines, start: number, to: Lines, at: number, length: number): void {
  if (from.shared || to.shared) {
    copyShared(from.data.subarray(start, start + length), to.data.subarray(at, at + length));
  } else copyRun(from.data, start, to.data, at, length);
}
