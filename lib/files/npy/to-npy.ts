import type { NdArray, TypedArray } from "ndarray";
import { isTypedArray } from "../../internal/arrays.ts";
import { checkReach, isNdArray } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import { sizeOf } from "../../layout.ts";
import { bitsOf } from "../internal/bytes.ts";
import { viewOfAll, type NdData } from "../internal/typed-arrays.ts";
import { kindOf } from "./format/npy-dtypes.ts";

/**
 * One view, or one flat, as the bytes of a .npy file (version 1), in C order whatever its strides.
 *
 * @throws TypeError if it is neither an ndarray nor a typed array, or if NumPy has no such elements
 * @example
 * await writeFile("theta.npy", toNpy(flat)); // numpy.load("theta.npy")
 */
export function toNpy(array: NdArray<NdData> | NdData): Uint8Array<ArrayBuffer> {
  const call = "toNpy";
  const view: unknown = isTypedArray(array) ? viewOfAll(call, array, [array.length]) : array;
  if (!isNdArray<TypedArray>(view)) {
    throw new TypeError(`${call}: needs an ndarray or a typed array, got ${nameOf(view)}`);
  }
  const { data, shape, stride, offset } = view;
  const kind = kindOf(data);
  if (kind === undefined) {
    throw new TypeError(`${call}: NumPy has no elements like those of ${nameOf(data)}`);
  }
  checkReach(call, "the view", view);
  const header = headerText(kind.descr, shape);
  const bytes = new Uint8Array(header.length + sizeOf(shape) * data.BYTES_PER_ELEMENT);
  for (let i = 0; i < header.length; i++) bytes[i] = header.charCodeAt(i);

  const source = bitsOf(data);
  const target = bitsOf(new kind.array(bytes.buffer, header.length));
  let next = 0;
  const write = (axis: number, from: number): void => {
    if (axis === shape.length) target[next++] = source[from]!;
    else for (let i = 0; i < shape[axis]!; i++) write(axis + 1, from + i * stride[axis]!);
  };
  write(0, offset);
  return bytes;
}

/** The header, ended by the spaces that align the data to 64 bytes, as NumPy writes it. */
function headerText(descr: string, shape: readonly number[]): string {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const length = Math.ceil((10 + dictionary.length + 1) / 64) * 64 - 10;
  const size = String.fromCharCode(length & 0xff, length >> 8);
  return `\x93NUMPY\x01\x00${size}${dictionary.padEnd(length - 1)}\n`;
}
