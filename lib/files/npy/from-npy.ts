import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { checkAxisLength } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import { sizeOf } from "../../layout.ts";
import { checkOptions } from "../../internal/options.ts";
import { arrayAt, bytesOf, type Bytes } from "../internal/bytes.ts";
import type { NdData } from "../internal/typed-arrays.ts";
import { decodeHalf } from "../internal/half.ts";
import type { DTypes } from "../../internal/arrays.ts";
import { arrays } from "./format/npy-dtypes.ts";
import { readNpyHeader } from "./format/npy-header.ts";

const floats = {
  float64: (numbers: Iterable<number>) =>
    numbers instanceof Float64Array ? numbers : Float64Array.from(numbers, Number),
  float32: (numbers: Iterable<number>) =>
    numbers instanceof Float32Array ? numbers : Float32Array.from(numbers, Number),
};

/**
 * A .npy file as an ndarray. Fortran order becomes strides; nothing is copied where the bytes are
 * aligned and little-endian. Half floats come decoded, as float32; booleans as a Uint8Array.
 *
 * @param options.dtype converts to these floats where the file has other numbers
 * @throws RangeError where the file is malformed or of a type that is no number
 * @example
 * const flat = fromNpy(await readFile("theta.npy"), { dtype: "float64" });
 */
export function fromNpy<K extends keyof DTypes>(
  bytes: Bytes,
  options: { readonly dtype: K },
): NdArray<DTypes[K]>;
export function fromNpy(bytes: Bytes): NdArray<NdData>;
export function fromNpy(
  bytes: Bytes,
  options: { readonly dtype?: keyof DTypes } = {},
): NdArray<NdData> {
  const call = "fromNpy";
  checkOptions(call, options, ["dtype"]);
  const { dtype } = options;
  if (dtype !== undefined && !Object.hasOwn(floats, dtype)) {
    throw new TypeError(`${call}: dtype must be "float64" or "float32", got ${nameOf(dtype)}`);
  }
  const file = bytesOf(call, bytes);
  const { descr, isFortran, shape, byteLength } = readNpyHeader(call, file);
  const [order, code] = [descr.slice(0, 1), descr.slice(1)];
  if (!/^[<>|=]$/.test(order) || !Object.hasOwn(arrays, code)) {
    throw new RangeError(`${call}: the type ${nameOf(descr)} is no number JavaScript has`);
  }
  for (const axis of shape) checkAxisLength(call, axis);
  const array = arrays[code]!;
  const size = sizeOf(shape);
  const needed = size * array.BYTES_PER_ELEMENT;
  if (byteLength + needed !== file.byteLength) {
    const need = `${descr} [${shape.join(", ")}] takes ${needed} bytes`;
    throw new RangeError(`${call}: ${need}, the file has ${file.byteLength - byteLength}`);
  }
  const source =
    order === ">"
      ? swapped(file.subarray(byteLength), array.BYTES_PER_ELEMENT)
      : file.subarray(byteLength);
  const raw = arrayAt(array, source.buffer, source.byteOffset, size);
  const numbers = code === "f2" ? decodeHalf("F16", raw as Uint16Array) : raw;
  const data = dtype === undefined ? numbers : floats[dtype](numbers as Iterable<number>);
  const view = ndarray(data as NdData, isFortran ? shape.toReversed() : [...shape]);
  return isFortran ? view.transpose(...[...shape.keys()].toReversed()) : view;
}

/** A copy with the bytes of each element turned round. */
function swapped(bytes: Uint8Array, bytesPerElement: number): Uint8Array {
  const copy = new Uint8Array(bytes.length);
  for (let i = 0; i < copy.length; i++) {
    const within = i % bytesPerElement;
    copy[i] = bytes[i - within + bytesPerElement - 1 - within]!;
  }
  return copy;
}
