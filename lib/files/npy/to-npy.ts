import type { NdArray } from "ndarray";
import { isFlatData, isNdArray, type FlatData } from "../../internal/arrays.ts";
import { checkReach, type Strided } from "../../internal/checks.ts";
import { nameOf, wrongKind } from "../../internal/messages.ts";
import { sizeOf } from "../../layout.ts";
import { bitsOf } from "../internal/bytes.ts";
import type { FileArray, NdData } from "../internal/typed-arrays.ts";
import { kindOf } from "./format/npy-dtypes.ts";

/**
 * One view, or one flat, as the bytes of a .npy file (version 1), in C order whatever its strides.
 * A plain array of numbers is written as float64.
 *
 * @throws TypeError if it is neither an ndarray nor an array, or if its elements are not numbers
 * @example
 * await writeFile("theta.npy", toNpy(flat)); // numpy.load("theta.npy")
 */
export function toNpy(array: NpyArray): Uint8Array<ArrayBuffer> {
  return npyBytes("toNpy", array);
}

/** A value that NumPy can hold: a view, a typed array or a plain array of numbers. */
export type NpyArray = NdArray<NdData | number[]> | NdData | readonly number[];

/** `toNpy` for the public function that `call` names, perhaps with the name of an array. */
export function npyBytes(call: string, array: unknown): Uint8Array<ArrayBuffer> {
  const view = isFlatData(array)
    ? { data: array, shape: [array.length], stride: [1], offset: 0 }
    : array;
  if (!isNdArray<FlatData>(view)) {
    throw wrongKind(call, "array", "be an ndarray or an array of numbers", view);
  }
  const { data, shape } = view;
  const kind = kindOf(data);
  if (kind === undefined) {
    throw new TypeError(`${call}: NumPy has no elements like those of ${nameOf(data)}`);
  }
  checkReach(call, "the view", view);
  const header = headerText(kind.descr, shape);
  const bytes = new Uint8Array(header.length + sizeOf(shape) * kind.array.BYTES_PER_ELEMENT);
  for (let i = 0; i < header.length; i++) bytes[i] = header.charCodeAt(i);
  const elements = new kind.array(bytes.buffer, header.length);
  inOrder(view, Array.isArray(data) ? numberPut(call, data, elements) : bitsPut(data, elements));
  return bytes;
}

/** The elements of a view that was read from a file, in C order. */
export function contiguous(view: NdArray<NdData>): NdData {
  const { data, shape } = view;
  const elements = new (kindOf(data)!.array)(sizeOf(shape));
  inOrder(view, bitsPut(data, elements));
  return elements as NdData;
}

/** Calls `put` with the index of each element in its array, in C order. */
function inOrder({ shape, stride, offset }: Strided, put: (from: number) => void): void {
  const visit = (axis: number, from: number): void => {
    if (axis === shape.length) put(from);
    else for (let i = 0; i < shape[axis]!; i++) visit(axis + 1, from + i * stride[axis]!);
  };
  // An axis of length 0 may stand behind one that takes minutes to walk.
  if (!shape.includes(0)) visit(0, offset);
}

/** Writes the elements of an array that it is given, one after the other. */
type Put = (from: number) => void;

function bitsPut(data: FileArray, elements: FileArray): Put {
  const [source, target] = [bitsOf(data), bitsOf(elements)];
  let next = 0;
  return (from) => {
    target[next++] = source[from]!;
  };
}

/** Refuses an element that is not a number: a typed array would convert a hole or a string. */
function numberPut(call: string, data: readonly unknown[], elements: FileArray): Put {
  let next = 0;
  return (from) => {
    const element = data[from];
    if (typeof element !== "number")
      throw wrongKind(call, `element ${from}`, "be a number", element);
    elements[next++] = element;
  };
}

/** The header, ended by the spaces that align the data to 64 bytes, as NumPy writes it. */
function headerText(descr: string, shape: readonly number[]): string {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const length = Math.ceil((10 + dictionary.length + 1) / 64) * 64 - 10;
  const size = String.fromCharCode(length & 0xff, length >> 8);
  return `\x93NUMPY\x01\x00${size}${dictionary.padEnd(length - 1)}\n`;
}
