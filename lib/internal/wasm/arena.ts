import { checkNumber, whole } from "../numbers.ts";
import { MOST } from "../../gemm/kernel/engine.ts";
import { kernelModule } from "./compile.ts";
import { bufferWithScratch } from "./memory.ts";

/** Memory beside the kernel's, of a fixed size. */
export interface Arena {
  /** A zero-filled array in the arena; `emptyWithViews` takes this function as its `allocate`. */
  readonly float64: (size: number) => Float64Array;
  readonly float32: (size: number) => Float32Array;
  /** Gives all of it back at once: older arrays share memory with those that are made afterwards. */
  readonly clear: () => void;
}

/** Arrays start on a line of the cache. */
const ALIGN = 64;

/**
 * Memory in which `gemm` finds its operands where its kernel is, so that nothing is staged. It
 * never grows, so that views on it never die, and is collected after the last array in it. Where
 * WebAssembly is missing the arrays are ordinary ones.
 *
 * @throws TypeError, RangeError where there is not that much, and where an array does not fit what is left
 * @example
 * const arena = gemmArena(2 ** 20);
 * const [flat, [w, b]] = emptyWithViews([[784, 10], 10], { allocate: arena.float64 });
 */
export function gemmArena(byteLength: number): Arena {
  checkNumber("gemmArena", "byteLength", byteLength, whole);
  if (byteLength > MOST) {
    throw new RangeError(`gemmArena: byteLength must be ${MOST} or less, got ${byteLength}`);
  }
  const buffer = bufferOf(byteLength);
  let used = 0;
  const take = (call: string, size: number, width: number): number => {
    checkNumber(call, "size", size, whole);
    const start = used;
    const end = start + Math.ceil((size * width) / ALIGN) * ALIGN;
    if (start + size * width > byteLength) {
      throw new RangeError(
        `${call}: needs ${size * width} bytes, ${Math.max(0, byteLength - start)} of ${byteLength} are left`,
      );
    }
    used = end;
    return start;
  };
  return {
    float64: (size) => new Float64Array(buffer, take("float64", size, 8), size).fill(0),
    float32: (size) => new Float32Array(buffer, take("float32", size, 4), size).fill(0),
    clear: () => void (used = 0),
  };
}

const bufferOf = (byteLength: number): ArrayBuffer =>
  kernelModule(false) === undefined ? new ArrayBuffer(byteLength) : bufferWithScratch(byteLength);
