import type { NdArray } from "ndarray";
import { floatKinds, tagOf, type DType, type DTypes } from "../../internal/arrays.ts";
import { checkAxisLength, checkDtype } from "../../internal/checks.ts";
import { nameOf, shapeText } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import { sizeOf } from "../../layout.ts";
import { arrayAt, bytesOf, type Bytes } from "../internal/bytes.ts";
import { decodeHalf } from "../internal/half.ts";
import { viewOfAll, type FileArray, type NdData } from "../internal/typed-arrays.ts";
import { arrays } from "./format/npy-dtypes.ts";
import { readNpyHeader } from "./format/npy-header.ts";

export interface FromNpyOptions<K extends DType = DType> {
  /** Converts to these floats if the file has other numbers. */
  readonly dtype?: K;
}

/**
 * A .npy file as an ndarray. Fortran order becomes strides, and nothing is copied if the bytes are
 * aligned and little-endian. Half floats are decoded to float32; booleans become a Uint8Array.
 *
 * @throws RangeError if the file is malformed, or if its elements are not numbers
 * @example
 * const flat = fromNpy(await readFile("theta.npy"), { dtype: "float64" });
 */
export function fromNpy<K extends DType>(
  bytes: Bytes,
  options: FromNpyOptions<K> & { readonly dtype: K },
): NdArray<DTypes[K]>;
export function fromNpy(bytes: Bytes): NdArray<NdData>;
export function fromNpy(bytes: Bytes, options: FromNpyOptions = {}): NdArray<NdData> {
  const call = "fromNpy";
  checkOptions(call, options, ["dtype"]);
  const { dtype } = options;
  if (dtype !== undefined) checkDtype(call, dtype);
  return readNpy(call, bytesOf(call, bytes), dtype);
}

/** `fromNpy` after its checks, for the public function that `call` names. */
export function readNpy(call: string, file: Uint8Array, dtype: DType | undefined): NdArray<NdData> {
  const { descr, isFortran, shape, byteLength } = readNpyHeader(call, file);
  const [order, code] = [descr.slice(0, 1), descr.slice(1)];
  if (!/^[<>|=]$/.test(order) || !Object.hasOwn(arrays, code)) {
    throw new RangeError(`${call}: JavaScript has no numbers of the type ${nameOf(descr)}`);
  }
  for (const axis of shape) checkAxisLength(call, axis);
  const array = arrays[code]!;
  const size = sizeOf(shape);
  const needed = size * array.BYTES_PER_ELEMENT;
  if (byteLength + needed !== file.byteLength) {
    const need = `${descr} ${shapeText(shape)} takes ${needed} bytes`;
    throw new RangeError(`${call}: ${need}, the file has ${file.byteLength - byteLength}`);
  }
  const own = file.subarray(byteLength);
  const source = order === ">" ? swapped(own, array.BYTES_PER_ELEMENT) : own;
  const raw = arrayAt(array, source.buffer, source.byteOffset, size);
  const numbers = code === "f2" ? decodeHalf("F16", raw as Uint16Array) : raw;
  const data = dtype === undefined ? numbers : converted(numbers, dtype);
  const view = viewOfAll(data as NdData, isFortran ? shape.toReversed() : shape);
  return isFortran ? view.transpose(...[...shape.keys()].toReversed()) : view;
}

/** The numbers as floats: the array itself if it holds such floats, else a copy. */
function converted(numbers: FileArray, dtype: DType): FileArray {
  const { Data } = floatKinds[dtype];
  if (tagOf(numbers) === Data.name) return numbers;
  const floats = new Data(numbers.length);
  const nearest = dtype === "float32" ? oddNumber : Number;
  for (let i = 0; i < floats.length; i++) floats[i] = nearest(numbers[i]!);
  return floats;
}

/**
 * A number that float32 rounds as it would round `x` itself. The double nearest to `x` may be a tie
 * that `x` is not. If it is not `x`, the lower 11 of 64 bits are not all 0: they are cut off, and the
 * last bit that stays is set in their place.  Boldo & Melquiond 2008 (rounding to odd).
 */
function oddNumber(x: number | bigint): number {
  const double = Number(x);
  if (typeof x === "number" || BigInt(double) === x) return double;
  return Number((x >> 11n) | 1n) * 2048;
}

/** A copy in which the bytes of each element are reversed. */
function swapped(bytes: Uint8Array, bytesPerElement: number): Uint8Array {
  const copy = new Uint8Array(bytes.length);
  for (let i = 0; i < copy.length; i++) {
    const within = i % bytesPerElement;
    copy[i] = bytes[i - within + bytesPerElement - 1 - within]!;
  }
  return copy;
}
