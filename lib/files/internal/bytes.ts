/** The bytes of a file as callers hand them over, and typed arrays on them. */
import { tagOf } from "../../internal/arrays.ts";
import { wrongKind } from "../../internal/messages.ts";
import type { ArrayConstructor, FileArray } from "./typed-arrays.ts";

/** A file's bytes, as `readFile`, `fetch` and a file input give them. */
export type Bytes = Uint8Array | ArrayBufferLike;

/**
 * A buffer, and where in it the first byte of a file lies. The place is negative if the buffer
 * holds the data without the header in front.
 */
export interface Place {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
}

/** The bytes as a Uint8Array, without a copy; those of another realm are taken too. */
export function bytesOf(call: string, bytes: Bytes): Uint8Array {
  if (tagOf(bytes) === "Uint8Array") return bytes as Uint8Array;
  // A buffer that was transferred has no bytes, as an array on it has none, and cannot be viewed.
  if (isBuffer(bytes)) return bytes.byteLength === 0 ? new Uint8Array() : new Uint8Array(bytes);
  throw wrongKind(call, "bytes", "be a Uint8Array or an ArrayBuffer", bytes);
}

/** Asks for the tag: a page without cross-origin isolation has no class SharedArrayBuffer. */
const isBuffer = (value: unknown): value is ArrayBufferLike =>
  /^\[object (?:Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value));

export const isAligned = (
  byteOffset: number,
  { BYTES_PER_ELEMENT }: Pick<ArrayConstructor, "BYTES_PER_ELEMENT">,
): boolean => byteOffset % BYTES_PER_ELEMENT === 0;

/** A typed array on the bytes themselves if they are aligned, else on a copy of them. */
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

/** The elements as unsigned integers. Copied as such, a NaN keeps its payload. */
export function bitsOf({
  buffer,
  byteOffset,
  byteLength,
  BYTES_PER_ELEMENT,
}: FileArray): Uint32Array {
  const length = byteLength / BYTES_PER_ELEMENT;
  // The cast is safe: bits are only copied between arrays of elements of the same width.
  return new integers[BYTES_PER_ELEMENT]!(buffer, byteOffset, length) as Uint32Array;
}

/** The unsigned integers, by the bytes of an element. */
const integers: Readonly<Record<number, ArrayConstructor>> = {
  1: Uint8Array,
  2: Uint16Array,
  4: Uint32Array,
  8: BigUint64Array,
};
