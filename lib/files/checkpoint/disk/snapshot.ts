/**
 * Copies of flats at one moment, in memory that is used again: a loop that saves at intervals needs
 * the same amount each time, and touching new memory can cost several times what the copy does.
 * The memory is held weakly, so that the garbage collector can have it if it is short.
 */
import { dtypeOf, floatKinds, type Floats } from "../../../internal/arrays.ts";
import type { Extent } from "./chunks.ts";

let spare: WeakRef<ArrayBuffer> | undefined;

/** Hands a copy of the elements' bytes to `use`, and takes the memory back when that has ended. */
export async function withSnapshot(
  elements: Floats,
  use: (bytes: Extent) => Promise<void>,
): Promise<void> {
  const { byteLength } = elements;
  const buffer = take(byteLength);
  // Copied as floats: one Uint8Array could not span 4 GiB or more.
  new floatKinds[dtypeOf(elements)].Data(buffer).set(elements);
  try {
    await use({ buffer, byteOffset: 0, byteLength });
  } finally {
    spare = new WeakRef(buffer);
  }
}

function take(byteLength: number): ArrayBuffer {
  const buffer = spare?.deref();
  if (buffer?.byteLength !== byteLength) return new ArrayBuffer(byteLength);
  spare = undefined;
  return buffer;
}
