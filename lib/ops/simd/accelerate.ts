/** Does runs in an arena by the WebAssembly kernel. */
import type { Floats } from "../../internal/arrays.ts";
import { exportsOn } from "../../internal/wasm/exports-on.ts";
import { arenaMemoryOf, type Memory } from "../../internal/wasm/memory.ts";
import type { Accelerate } from "../walk/accelerator.ts";
import { elements } from "./elements.generated.ts";

/** A function of the kernel, and what a call means by its operands. */
interface Vectors {
  readonly run: (...numbers: number[]) => number;
  /** Whether the call reads the run that it writes, and then that of its second view. */
  readonly isInPlace: boolean;
  readonly hasScalar: boolean;
}

/** The kernel's functions for arrays of one type in one memory, by the calls that came; false for none. */
type Calls = Map<string, Vectors | false>;

const callsIn = new WeakMap<Memory, Readonly<Record<"Float64Array" | "Float32Array", Calls>>>();

/** An array in an arena. */
interface Placed {
  readonly memory: Memory;
  readonly calls: Calls;
  readonly width: number;
  readonly start: number;
  readonly length: number;
}

/**
 * The arrays that came, false for those outside of arenas: to ask an array for its buffer takes
 * longer than a short run.
 */
const known = new WeakMap<Floats, Placed | false>();

function placedOf(data: Floats): Placed | false {
  let placed = known.get(data);
  if (placed === undefined) {
    if (!ArrayBuffer.isView(data)) return false; // a plain Array, or whatever a view has for data
    known.set(data, (placed = place(data)));
  }
  return placed;
}

function place(data: Floats): Placed | false {
  const memory = arenaMemoryOf(data);
  if (memory === undefined) return false;
  let byType = callsIn.get(memory);
  if (byType === undefined) {
    byType = { Float64Array: new Map(), Float32Array: new Map() };
    callsIn.set(memory, byType);
  }
  const calls: Calls | undefined = byType[data[Symbol.toStringTag]];
  const { BYTES_PER_ELEMENT: width, byteOffset: start, length } = data;
  return calls !== undefined && { memory, calls, width, start, length };
}

const WITH_SCALAR = /^(add|sub|mul|div|max|min)s/;

function vectorsFor(call: string, { memory, width }: Placed): Vectors | false {
  const isInPlace = call.endsWith("eq");
  const own = isInPlace ? call.slice(0, -2) : call;
  // An arena's memory exists only where the engine has vectors, so the kernel compiles there.
  const run = exportsOn(elements, memory)![`${own}${8 * width}`];
  return run !== undefined && { run, isInPlace, hasScalar: WITH_SCALAR.test(own) };
}

/** Whether vectors may write the run at `a` while they read the one at `b`, `bytes` long. */
const isApart = (a: number, b: number, bytes: number): boolean => a <= b || a >= b + bytes;

/** Addresses of the kernel are signed integers of 32 bits. */
const LAST = 0x80000000;

/** The address of a run; NaN if it leaves its array, or if the kernel cannot reach it. */
function addressOf({ start, width, length }: Placed, first: number, n: number): number {
  const address = start + first * width;
  return first >= 0 && first + n <= length && address + n * width < LAST ? address : NaN;
}

/**
 * Does one row of elements side by side, if all arrays are in one arena and of one type, and if the
 * kernel knows the call; returns whether it did.
 */
// oxfmt-ignore
export const accelerate: Accelerate = (
  call, x, m, n, A: Floats, a, p, _, B: Floats = A, b = a, r = p, __ = 0, C: Floats = B, c = b, t = r,
) => {
  if (m !== 1 || p !== 1 || r !== 1 || t !== 1) return false;
  const placed = placedOf(A);
  if (placed === false) return false;
  const placedB = B === A ? placed : placedOf(B);
  const placedC = C === B ? placedB : placedOf(C);
  const { memory, calls, width } = placed;
  if (placedB === false || placedB.calls !== calls) return false;
  if (placedC === false || placedC.calls !== calls) return false;
  let vectors = calls.get(call);
  if (vectors === undefined) calls.set(call, (vectors = vectorsFor(call, placed)));
  if (vectors === false) return false;
  const at = addressOf(placed, a, n);
  const atB = addressOf(placedB, b, n);
  const atC = addressOf(placedC, c, n);
  if (!isApart(at, atB, n * width) || !isApart(at, atC, n * width)) return false;
  const { run, isInPlace, hasScalar } = vectors;
  if (!hasScalar) run(n, at, isInPlace ? at : atB, isInPlace ? atB : atC, memory.scratch);
  else if (typeof x === "number") run(n, at, atB, x);
  else return false;
  return true;
};
