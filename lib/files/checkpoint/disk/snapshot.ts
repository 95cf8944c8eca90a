/**
 * Copies of flats as they are at one moment, in memory that is used again: a loop that saves every
 * so often takes the same amount each time, and to touch new memory can cost several times what
 * the copy does. It is held weakly: where memory is short it goes.
 */
import type { Floats } from "../../internal/elements.ts";
import type { Extent } from "./chunks.ts";

let spare: WeakRef<ArrayBuffer> | undefined;

/** Hands a copy of the elements' bytes to `use`, and takes the memory back when that has ended. */
export async function withSnapshot(
  elements: Floats,
  use: (bytes: Extent) => Promise<void>,
): Promise<void> {
  const { byteLength } = elements;
  const buffer = take(byteLength);
  const copy =
    elements instanceof Float64Array ? new Float64Array(buffer) : new Float32Array(buffer);
  copy.set(elements);
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
