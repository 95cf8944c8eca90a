/** The tensors of a file by name, each an ndarray: every valid file can be read so. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { nameOf } from "../../internal/messages.ts";
import { arrayAt, bytesOf, type Bytes } from "../internal/bytes.ts";
import { dtypes, type FileDType, type NdData } from "../internal/typed-arrays.ts";
import { decodeHalf, isHalf } from "../internal/half.ts";
import type { Entry } from "./format/entries.ts";
import { readHeader } from "./parse-header.ts";

/** A tensor with its data type in the file, which the view's array does not always tell. */
export interface Tensor {
  readonly dtype: FileDType;
  readonly shape: readonly number[];
  readonly view: NdArray<NdData>;
}

/**
 * All tensors of a file, in the order of their data. Nothing is copied but what lies unaligned.
 *
 * F16 and BF16 come as their bits in a Uint16Array (`toFloat32` decodes them), 64-bit integers in
 * BigInt arrays, BOOL in a Uint8Array. Types without an array in JavaScript (C64, F8, F6, F4) come
 * as a view of rank 1 on their bytes.
 *
 * @throws RangeError where the file is malformed
 * @example
 * const { dtype, view } = tensors(bytes).get("hidden.w");
 */
export function tensors(bytes: Bytes): Map<string, Tensor> {
  const file = bytesOf("tensors", bytes);
  const { entries } = readHeader("tensors", file, file.byteLength);
  const named = entries.map((entry): [string, Tensor] => {
    const { byteOffset, byteLength } = entry;
    return [entry.name, tensorOf(file.subarray(byteOffset, byteOffset + byteLength), entry)];
  });
  return new Map(named);
}

/**
 * One tensor from its own bytes, where a file is too large to be read whole: read `byteLength`
 * bytes at `byteOffset` of an entry of `parseHeader`.
 *
 * @throws RangeError where there are more or fewer bytes
 */
export function tensorOf(bytes: Bytes, entry: Entry): Tensor {
  const own = bytesOf("tensorOf", bytes);
  const { name, dtype, shape, byteLength } = entry;
  if (own.byteLength !== byteLength) {
    const need = `${nameOf(name)} has ${byteLength} bytes`;
    throw new RangeError(`tensorOf: ${need}, got ${own.byteLength}`);
  }
  const { array } = dtypes[dtype];
  const { BYTES_PER_ELEMENT: size } = array ?? Uint8Array;
  const data = arrayAt(array ?? Uint8Array, own.buffer, own.byteOffset, byteLength / size);
  const view = ndarray(data as NdData, array === undefined ? [byteLength] : [...shape]);
  return Object.freeze({ dtype, shape, view });
}

/**
 * A tensor of 16-bit or 32-bit floats as float32: decoded exactly, in a new array.
 *
 * @throws TypeError where it has another data type
 */
export function toFloat32({ dtype, shape, view }: Tensor): NdArray<Float32Array> {
  if (isHalf(dtype)) return ndarray(decodeHalf(dtype, view.data as Uint16Array), [...shape]);
  if (dtype === "F32") return ndarray((view.data as Float32Array).slice(), [...shape]);
  throw new TypeError(`toFloat32: dtype must be F16, BF16 or F32, got ${dtype}`);
}
