/** Makes floats of samples while they are gathered: each element is multiplied by a scale. */
import type { TypedArray } from "ndarray";
import { dtypeOf, floatKinds, tagOf, type Floats } from "../../internal/arrays.ts";
import type { Share } from "../../internal/threads/share-rows.ts";
import { copyShared, isShared } from "../../internal/wasm/copy-shared.ts";
import { exportsOn } from "../../internal/wasm/exports-on.ts";
import { arenaMemoryOf, commonMemory } from "../../internal/wasm/memory.ts";
import { scaleHere } from "./scale-here.ts";
import type { Fill, Samples } from "./samples.ts";
import { scaleBytes } from "./scale-bytes.generated.ts";

/** The definition: the scale is rounded to the type of the floats, and so is each product. */
export function scaleInLoop(
  { data, offset, stride, axis }: Samples,
  places: Int32Array,
  to: Floats,
  scale: number,
): Fill {
  const factor = floatKinds[dtypeOf(to)].round(scale);
  const along = stride[axis]!;
  const size = places.length;
  return (order, first, count) => {
    for (let s = 0, at = 0; s < count; s++, at += size) {
      const from = offset + order[first + s]! * along;
      for (let i = 0; i < size; i++) to[at + i] = (data[from + places[i]!] as number) * factor;
    }
  };
}

/** Bytes that wait in the scratch for the kernel. With their floats they fit the second-level cache. */
const LOT = 16 * 2 ** 10;

/**
 * The same for bytes that lie in runs, by a WebAssembly kernel, which writes into an arena
 * directly. It is undefined for other arrays, and if the kernel does not run. Bytes in the same
 * arena are read in place, and by the threads of a pool.
 */
export function scaleRuns(
  samples: Samples,
  size: number,
  to: Floats,
  scale: number,
  share?: Share,
): Fill | undefined {
  const { data, offset, stride, axis } = samples;
  if (!isBytes(data)) return undefined;
  const arena = arenaMemoryOf(to);
  const memory = arena ?? commonMemory();
  const kernel = memory && exportsOn(scaleBytes, memory)?.[dtypeOf(to)];
  if (memory === undefined || kernel === undefined) return undefined;
  if (data.buffer === arena?.float64.buffer) {
    return scaleHere(samples, size, to, scale, arena, share);
  }
  const { scratch } = memory;
  const { buffer } = memory.float64;
  const width = to.BYTES_PER_ELEMENT;
  const from = new Uint8Array(data.buffer, data.byteOffset, data.length);
  const bytes = new Uint8Array(buffer, scratch, LOT);
  const floats = new floatKinds[dtypeOf(to)].Data(buffer, scratch + LOT, LOT);

  /** Writes the floats of `count` bytes from the scratch to `to`. */
  const write = (count: number, at: number): void => {
    if (arena !== undefined) {
      kernel(count, scratch, to.byteOffset + at * width, scale);
      return;
    }
    kernel(count, scratch, scratch + LOT, scale);
    if (isShared(to.buffer)) copyShared(floats.subarray(0, count), to.subarray(at, at + count));
    else to.set(floats.subarray(0, count), at);
  };
  return (order, first, count) => {
    let waiting = 0;
    let at = 0;
    for (let s = 0; s < count; s++) {
      let next = offset + order[first + s]! * stride[axis]!;
      for (const end = next + size; next < end;) {
        const taken = Math.min(end - next, LOT - waiting);
        bytes.set(from.subarray(next, next + taken), waiting);
        waiting += taken;
        next += taken;
        if (waiting < LOT) continue;
        write(LOT, at);
        at += LOT;
        waiting = 0;
      }
    }
    write(waiting, at);
  };
}

const isBytes = (data: TypedArray): boolean => /^Uint8(Clamped)?Array$/.test(tagOf(data)!);
