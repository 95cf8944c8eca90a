/** The digits that are packed for the page: how they lie in their file, in Node and in browsers. */
import type { NdArray } from "ndarray";
import ndarray from "ndarray-params/ndarray";

/** n digits: the pixels of each in a row, from 0 to 1, and what they show. */
export interface Digits {
  readonly images: NdArray<Float64Array>; //                         (n, 784)
  readonly labels: NdArray<Uint8Array>; //                           (n)
}

export interface PackedDigits {
  readonly train: Digits;
  readonly test: Digits;
}

const PIXELS = 784;
const HEADER = 8;

/**
 * The file has two counts as 32-bit little-endian integers, digits to train on and to test; then the
 * labels of all of them, a byte each; and then their pixels.
 */
export function pack(
  counts: readonly [train: number, test: number],
  labels: Uint8Array,
  pixels: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER + labels.length + pixels.length);
  const header = new DataView(bytes.buffer);
  counts.forEach((count, i) => header.setUint32(4 * i, count, true));
  bytes.set(labels, HEADER);
  bytes.set(pixels, HEADER + labels.length);
  return bytes;
}

export function unpack(bytes: Uint8Array): PackedDigits {
  const { train, all, digits } = opened(bytes);
  return { train: digits(0, train), test: digits(train, all) };
}

/** The digits to test with, and how many there are to train on. */
export function unpackTest(bytes: Uint8Array): { train: number; test: Digits } {
  const { train, all, digits } = opened(bytes);
  return { train, test: digits(train, all) };
}

function opened(bytes: Uint8Array) {
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const train = header.getUint32(0, true);
  const all = train + header.getUint32(4, true);
  const digits = (from: number, to: number): Digits => {
    const first = HEADER + all + PIXELS * from;
    const scaled = new Float64Array(PIXELS * (to - from));
    for (let i = 0; i < scaled.length; i++) scaled[i] = bytes[first + i]! / 255;
    return {
      images: ndarray(scaled, [to - from, PIXELS]),
      labels: ndarray(bytes.slice(HEADER + from, HEADER + to)),
    };
  };
  return { train, all, digits };
}
