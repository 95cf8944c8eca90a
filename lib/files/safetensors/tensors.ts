/** The tensors of a file by name, each as an ndarray. Every valid file can be read in this way. */
import { isNdArray } from "../../internal/arrays.ts";
import type { NdArray } from "ndarray";
import { nameOf, wrongKind } from "../../internal/messages.ts";
import { arrayAt, bytesOf, type Bytes } from "../internal/bytes.ts";
import { decodeHalf, isHalf } from "../internal/half.ts";
import { viewOfAll, type NdData } from "../internal/typed-arrays.ts";
import { fileDTypes, isFileDType, type FileDType } from "./format/dtypes.ts";
import type { Entry } from "./format/entries.ts";
import { readHeader } from "./format/read-header.ts";

/** A tensor with its data type in the file, which the array of its view does not always tell. */
export interface Tensor {
  readonly dtype: FileDType;
  readonly shape: readonly number[];
  readonly view: NdArray<NdData>;
}

/**
 * All tensors of a file, in the order of their data. Only unaligned data are copied.
 *
 * F16 and BF16 are given as their bits in a Uint16Array (`toFloat32` decodes them), 64-bit integers
 * in BigInt arrays, BOOL in a Uint8Array. A type without an array in JavaScript (C64, F8, F6, F4)
 * is given as a view of rank 1 on its bytes.
 *
 * @throws RangeError if the file is malformed
 * @example
 * const { dtype, view } = tensors(bytes).get("hidden.w");
 */
export function tensors(bytes: Bytes): Map<string, Tensor> {
  const call = "tensors";
  const file = bytesOf(call, bytes);
  const { entries } = readHeader(call, file, file.byteLength);
  const named = entries.map((entry): [string, Tensor] => {
    const { byteOffset, byteLength } = entry;
    const own = file.subarray(byteOffset, byteOffset + byteLength);
    return [entry.name, readTensor(own, entry)];
  });
  return new Map(named);
}

/**
 * One tensor from its own bytes, for a file that is too large to be read whole: read `byteLength`
 * bytes at `byteOffset` of an entry of `parseHeader`.
 *
 * @throws RangeError if there are more or fewer bytes
 */
export function tensorOf(bytes: Bytes, entry: Entry): Tensor {
  const call = "tensorOf";
  const own = bytesOf(call, bytes);
  if (!isFileDType((entry as Entry | null | undefined)?.dtype as string)) {
    throw wrongKind(call, "entry", "be one of parseHeader's entries", entry);
  }
  if (own.byteLength !== entry.byteLength) {
    const need = `${nameOf(entry.name)} has ${entry.byteLength} bytes`;
    throw new RangeError(`${call}: ${need}, got ${own.byteLength}`);
  }
  return readTensor(own, entry);
}

function readTensor({ buffer, byteOffset }: Uint8Array, entry: Entry): Tensor {
  const { dtype, shape, byteLength } = entry;
  const { array } = fileDTypes[dtype];
  const { BYTES_PER_ELEMENT: size } = array ?? Uint8Array;
  const data = arrayAt(array ?? Uint8Array, buffer, byteOffset, byteLength / size);
  const view = viewOfAll(data as NdData, array === undefined ? [byteLength] : shape);
  return Object.freeze({ dtype, shape, view });
}

/**
 * A tensor of 16-bit or 32-bit floats as float32: decoded exactly, in a new array.
 *
 * @throws TypeError if it has another data type
 */
export function toFloat32(tensor: Tensor): NdArray<Float32Array> {
  const call = "toFloat32";
  if (!isNdArray((tensor as Tensor | null | undefined)?.view)) {
    throw wrongKind(call, "tensor", "be one of those of tensors() or tensorOf()", tensor);
  }
  const { dtype, shape, view } = tensor;
  if (isHalf(dtype)) return viewOfAll(decodeHalf(dtype, view.data as Uint16Array), shape);
  if (dtype === "F32") return viewOfAll((view.data as Float32Array).slice(), shape);
  throw new TypeError(`${call}: dtype must be F16, BF16 or F32, got ${dtype}`);
}
