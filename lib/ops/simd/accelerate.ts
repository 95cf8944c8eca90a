/** Does runs in an arena by the WebAssembly kernel. */
import type { Floats } from "../../internal/arrays.ts";
import { exportsOn } from "../../internal/wasm/exports-on.ts";
import { arenaMemoryOf } from "../../internal/wasm/memory.ts";
import type { Accelerate } from "../walk/accelerator.ts";
import { elements } from "./elements.generated.ts";

/** Whether vectors may write the run at `a` while they read the one at `b`, `bytes` long. */
const isApart = (a: number, b: number, bytes: number): boolean => a <= b || a >= b + bytes;

/** Addresses of the kernel are signed integers of 32 bits. */
const LAST = 0x80000000;
const WITH_SCALAR = /^(add|sub|mul|div|max|min)s/;

/** The address of a run; undefined if it leaves its array, or if the kernel cannot reach it. */
function addressOf(data: Floats, first: number, n: number): number | undefined {
  const { BYTES_PER_ELEMENT: width, byteOffset, length } = data;
  const start = byteOffset + first * width;
  return first >= 0 && first + n <= length && start + n * width < LAST ? start : undefined;
}

/**
 * Does n elements of arrays of one type, from the positions on, if all of them are in one arena and
 * the kernel knows the call; returns whether it did.
 */
export const accelerate: Accelerate = (call, x, n, ofA, a, ofB, b, ofC, c) => {
  const [A, B, C] = [ofA, ofB, ofC] as [Floats, Floats, Floats];
  const memory = arenaMemoryOf(A);
  if (memory === undefined || A.buffer !== B.buffer || A.buffer !== C.buffer) return false;
  const inPlace = call.endsWith("eq");
  const own = inPlace ? call.slice(0, -2) : call;
  const width = A.BYTES_PER_ELEMENT;
  // An arena's memory exists only where the engine has vectors, so the kernel compiles there.
  const kernel = exportsOn(elements, memory)![`${own}${8 * width}`];
  if (kernel === undefined) return false;
  const at = addressOf(A, a, n);
  const atB = addressOf(B, b, n);
  const atC = addressOf(C, c, n);
  if (at === undefined || atB === undefined || atC === undefined) return false;
  if (!isApart(at, atB, n * width) || !isApart(at, atC, n * width)) return false;
  if (!WITH_SCALAR.test(own)) {
    kernel(n, at, inPlace ? at : atB, inPlace ? atB : atC, memory.scratch);
  } else if (typeof x === "number") kernel(n, at, atB, x);
  else return false;
  return true;
};
