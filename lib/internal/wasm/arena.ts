import { dtypeOf, zerosOf, type Floats } from "../arrays.ts";
import { refusal, wrongNumber } from "../messages.ts";
import { checkBoolean } from "../checks.ts";
import { checkNumber, whole } from "../numbers.ts";
import { checkOptions } from "../options.ts";
import { hasVectors } from "./compile.ts";
import { makeArenaBuffer, MOST_DATA } from "./memory.ts";

/** Memory of a fixed size in which kernels work without copies. */
export interface Arena {
  /** Makes a zero-filled array in the arena; `emptyWithViews` takes this function as `allocate`. */
  readonly float64: (size: number) => Float64Array;
  /** Makes a zero-filled array of float32 in the arena. */
  readonly float32: (size: number) => Float32Array;
  /** Makes a zero-filled array of bytes in the arena, for data that kernels make floats of. */
  readonly uint8: (size: number) => Uint8Array;
  /** Gives all memory back at once: older arrays then share it with those that are made later. */
  readonly clear: () => void;
}

export interface ArenaOptions {
  /** Whether threads share the memory; false by default. */
  readonly shared?: boolean;
}

/** Arrays start on a cache line. */
const ALIGN = 64;

/**
 * Reserves `byteLength` bytes that kernels such as `gemm` read and write in place; operands that
 * live elsewhere are copied to a kernel's memory and back. The rules of `/optimize` make gradient and
 * state beside a flat that lives here, if there is room when they are called. An arena never grows,
 * so that views on it stay valid. It is freed with the last array in it. Without WebAssembly its
 * arrays are ordinary ones.
 *
 * With `shared`, the memory is a SharedArrayBuffer, on which the threads of a `gemmPool` work in
 * place too. If memory cannot be shared, as on a page that is not cross-origin isolated, the arena
 * is an ordinary one.
 *
 * @throws TypeError, RangeError if that much memory is not available, or later if an array does not
 *   fit in what is left
 * @example
 * const { float64 } = arena(2 ** 20);
 * const [flat, [w, b]] = emptyWithViews([[784, 10], 10], { allocate: float64 });
 */
export function arena(byteLength: number, options: ArenaOptions = {}): Arena {
  checkNumber("arena", "byteLength", byteLength, whole);
  if (byteLength > MOST_DATA) {
    throw wrongNumber("arena", "byteLength", `be ${MOST_DATA} or less`, byteLength);
  }
  checkOptions("arena", options, ["shared"]);
  const { shared = false } = options;
  checkBoolean("arena", "shared", shared);
  const buffer = bufferOf(byteLength, shared && typeof SharedArrayBuffer !== "undefined");
  let used = 0;
  const take = (call: string, size: number, width: number): number => {
    checkNumber(call, "size", size, whole);
    const start = used;
    const bytes = size * width;
    if (start + bytes > byteLength) {
      const left = Math.max(0, byteLength - start);
      throw new RangeError(`${call}: needs ${bytes} bytes, ${left} of ${byteLength} are left`);
    }
    used = start + Math.ceil(bytes / ALIGN) * ALIGN;
    return start;
  };
  const made: Arena = {
    float64: (size) => new Float64Array(buffer, take("arena.float64", size, 8), size).fill(0),
    float32: (size) => new Float32Array(buffer, take("arena.float32", size, 4), size).fill(0),
    uint8: (size) => new Uint8Array(buffer, take("arena.uint8", size, 1), size).fill(0),
    clear: () => void (used = 0),
  };
  rooms.set(buffer, { arena: made, holds: (bytes) => used + bytes <= byteLength });
  return made;
}

interface Room {
  readonly arena: Arena;
  /** Whether that many bytes are left. */
  readonly holds: (bytes: number) => boolean;
}

/** The arenas, each by its buffer. */
const rooms = new WeakMap<ArrayBufferLike, Room>();

/** Zeros of the same kind and type, in the same arena if `data` lives in one that has room. */
export function zerosBeside<D extends Floats>(data: D, size: number): D {
  const room = rooms.get(data.buffer);
  if (room?.holds(size * data.BYTES_PER_ELEMENT) !== true) return zerosOf(data, size);
  return room.arena[dtypeOf(data)](size) as D;
}

function bufferOf(byteLength: number, shared: boolean): ArrayBufferLike {
  try {
    if (hasVectors()) return makeArenaBuffer(byteLength, shared);
    return shared ? new SharedArrayBuffer(byteLength) : new ArrayBuffer(byteLength);
  } catch (cause) {
    const message = refusal("arena", "byteLength", "be available as memory", byteLength);
    throw new RangeError(message, { cause });
  }
}
