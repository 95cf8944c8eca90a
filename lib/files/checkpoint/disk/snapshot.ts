/**
 * Copies of flats at one moment, in memory that is used again: a loop that saves at intervals needs
 * the same amount each time, and touching new memory can cost several times what the copy does.
 * The memory is held weakly, so that the garbage collector can have it if it is short.
 */
import { dtypeOf, floatKinds, type Floats } from "../../../internal/arrays.ts";
import type { Extent } from "./chunks.ts";
import { allocate } from "./file-memory.ts";

let spare: WeakRef<ArrayBuffer> | undefined;

/** Hands a copy of the elements' bytes to `use`, and takes the memory back when that has ended. */
export async function withSnapshot<T>(
  call: string,
  elements: Floats,
  use: (bytes: Extent) => Promise<T>,
): Promise<T> {
  const { byteLength } = elements;
  const buffer = take(byteLength) ?? allocate(`${call}: a copy of the flat`, byteLength);
  // Copied as floats: one Uint8Array could not span 4 GiB or more.
  new floatKinds[dtypeOf(elements)].Data(buffer).set(elements);
  try {
    return await use({ buffer, byteOffset: 0, byteLength });
  } finally {
    spare = new WeakRef(buffer);
  }
}

function take(byteLength: number): ArrayBuffer | undefined {
  const buffer = spare?.deref();
  if (buffer?.byteLength !== byteLength) return undefined;
  spare = undefined;
  return buffer;
}
