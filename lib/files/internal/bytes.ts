/** Bytes that came from outside, and places in them. */
import { nameOf } from "../../internal/messages.ts";
import type { ArrayConstructor, FileArray } from "./typed-arrays.ts";

/** A file's bytes: what `readFile`, `fetch` and a file input give. */
export type Bytes = Uint8Array | ArrayBufferLike;

/** A buffer, and where in it a file's first byte lies (or would lie, were the header there). */
export interface Place {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
}

export function bytesOf(call: string, bytes: Bytes): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes;
  if (bytes instanceof ArrayBuffer || bytes instanceof SharedArrayBuffer) {
    return new Uint8Array(bytes);
  }
  throw new TypeError(
    `${call}: bytes must be a Uint8Array or an ArrayBuffer, got ${nameOf(bytes)}`,
  );
}

export const isAligned = (byteOffset: number, { BYTES_PER_ELEMENT }: ArrayConstructor): boolean =>
  byteOffset % BYTES_PER_ELEMENT === 0;

/** A typed array over the bytes themselves where they are aligned, over a copy otherwise. */
export function arrayAt<D extends FileArray>(
  constructor: ArrayConstructor<D>,
  buffer: ArrayBufferLike,
  byteOffset: number,
  length: number,
): D {
  if (isAligned(byteOffset, constructor)) return new constructor(buffer, byteOffset, length);
  const byteLength = length * constructor.BYTES_PER_ELEMENT;
  return new constructor(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** The elements as unsigned integers: copied as such, a NaN keeps its payload. */
export function bitsOf({
  buffer,
  byteOffset,
  byteLength,
  BYTES_PER_ELEMENT,
}: FileArray): Uint32Array {
  const length = byteLength / BYTES_PER_ELEMENT;
  // Typed as one of them: elements only ever go from one array to another of the same kind.
  return new integers[BYTES_PER_ELEMENT]!(buffer, byteOffset, length) as Uint32Array;
}

const integers: Readonly<Record<number, ArrayConstructor>> = {
  1: Uint8Array,
  2: Uint16Array,
  4: Uint32Array,
  8: BigUint64Array,
};
