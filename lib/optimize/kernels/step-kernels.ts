/** The kernels on a memory, and the places in its scratch where they find what lives elsewhere. */
import type { DType, Floats } from "../../internal/arrays.ts";
import { exportsOn } from "../../internal/wasm/exports-on.ts";
import { arenaMemoryOf, commonMemory, hasArenas, type Memory } from "../../internal/wasm/memory.ts";
import { steps } from "./steps.generated.ts";

/** Shorter rows are left to loops, which have nothing to copy. */
export const SHORT = 256;

/** The elements that are copied in at a time; a multiple of 8, as sums need. */
export const CHUNK = 4096;

/** A kernel has five rows and two rates, at most. */
const PLACES = 7;

/** Bytes from place to place. A power of 2 would bring all of them to the same lines of the cache. */
const PITCH = CHUNK * 8 + 320;

/** Bytes for the numbers of a formula, or for partial sums. */
const NUMBERS = 128;

type Kernels = Readonly<Record<string, (...numbers: number[]) => number>>;

export interface StepKernels {
  readonly buffer: ArrayBufferLike;
  readonly kernels: Readonly<Record<DType, Kernels>>;
  /** The numbers of a formula, or partial sums, and their address. */
  readonly numbers: Float64Array;
  readonly numbersAt: number;
  readonly places: readonly Place[];
}

/** A place for a chunk of a row. */
export interface Place {
  readonly address: number;
  readonly float64: Float64Array;
  readonly float32: Float32Array;
  /** The front of one of these, as long as the last chunk that was copied out. */
  front: Floats;
}

const known = new WeakMap<Memory, StepKernels>();
let common: StepKernels | undefined;

/** The kernels for a row: on its arena's memory, or on the common one. */
export function stepKernelsFor(row: Floats): StepKernels | undefined {
  const arena = hasArenas() ? arenaMemoryOf(row) : undefined;
  if (arena === undefined && common !== undefined) return common;
  const memory = arena ?? commonMemory();
  if (memory === undefined) return undefined;
  let found = known.get(memory);
  if (found === undefined) {
    const exports = exportsOn(steps, memory);
    if (exports === undefined) return undefined;
    known.set(memory, (found = open(exports as Kernels, memory)));
  }
  if (arena === undefined) common = found;
  return found;
}

function open(exports: Kernels, { scratch, float64: { buffer } }: Memory): StepKernels {
  const kernelsOf = (bits: string): Kernels =>
    Object.fromEntries(
      Object.entries(exports)
        .filter(([name]) => name.endsWith(bits))
        .map(([name, kernel]) => [name.slice(0, -bits.length), kernel]),
    );
  const places = Array.from({ length: PLACES }, (_, i) => {
    const address = scratch + NUMBERS + i * PITCH;
    const float64 = new Float64Array(buffer, address, CHUNK);
    return { address, float64, float32: new Float32Array(buffer, address, CHUNK), front: float64 };
  });
  return {
    buffer,
    kernels: { float64: kernelsOf("64"), float32: kernelsOf("32") },
    numbers: new Float64Array(buffer, scratch, NUMBERS / 8),
    numbersAt: scratch,
    places,
  };
}
