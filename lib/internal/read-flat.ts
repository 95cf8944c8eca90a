/** Reads flats to integers: the place of their elements in their array, for every kind of flat. */
import type { NdArray } from "ndarray";
import {
  isBigInts,
  isFlatData,
  isFloats,
  isNdArray,
  type FlatData,
  type Floats,
} from "./arrays.ts";
import { axisOf, checkReach } from "./checks.ts";
import { shapeText, wrongKind, wrongNumber } from "./messages.ts";

/** The elements of a flat: `size` of them in `data`, one every `stride` from `offset` on. */
export interface Elements<D extends FlatData = FlatData> {
  readonly data: D;
  readonly size: number;
  readonly offset: number;
  readonly stride: number;
}

/** A flat as a matrix of one column, for the checks of overlaps. */
export const columnOf = <D extends FlatData>({ data, size, offset, stride }: Elements<D>) => ({
  data,
  shape: [size],
  stride: [stride],
  offset,
});

/** A batch of flats: the axes in front have strides of their own. A single flat has none. */
export interface BatchElements<D extends FlatData = FlatData> extends Elements<D> {
  readonly batchShape: readonly number[];
  readonly batchStride: readonly number[];
}

/** A flat as users hand it over: an array, or an ndarray on one. */
export type FlatOn<D extends FlatData> = D | NdArray<D>;

/** The one that asks for a number of elements, in the words of an error. */
export type Sized = "template needs" | "flat has";

/** A flat of floats: a typed array, or an ndarray of rank 1 with any offset and non-zero stride. */
export type Flat = Floats | NdArray<Float64Array> | NdArray<Float32Array>;

/**
 * Reads a flat, or a batch of flats whose parameters lie along `axis`, by default the last.
 *
 * @throws TypeError if it is neither an array nor an ndarray; RangeError if it reaches outside its
 *   array, has a stride of 0 along the parameters, no such axis, or not `size` elements
 */
export function readBatch<D extends FlatData>(
  call: string,
  name: string,
  flat: FlatOn<D>,
  size: number,
  axis: number | undefined,
  sized?: Sized,
): BatchElements<D> {
  const elements = isNdArray<D>(flat)
    ? readNdArray(call, name, flat, axis)
    : readArray(call, name, flat, axis);
  checkSize(call, name, elements, size, sized);
  return elements;
}

/** Reads one flat of exactly `size` elements; a batch is refused. */
export function readFlat<D extends FlatData>(
  call: string,
  name: string,
  flat: FlatOn<D>,
  size: number,
  sized?: Sized,
): Elements<D> {
  const elements = readBatch(call, name, flat, size, undefined, sized);
  const rank = elements.batchShape.length + 1;
  if (rank === 1) return elements;
  throw wrongNumber(call, name, "have rank 1", `rank ${rank}`);
}

/**
 * Reads one flat of floats. With `size` it must have exactly that many; `sized` says in the error
 * what asks for them.
 */
export function readFloats(
  call: string,
  name: string,
  flat: unknown,
  size?: number,
  sized?: Sized,
): Elements<Floats> {
  const elements = isFloats(flat)
    ? { data: flat, size: flat.length, offset: 0, stride: 1 }
    : readFloatView(call, name, flat);
  if (size !== undefined) checkSize(call, name, elements, size, sized);
  return elements;
}

function readFloatView(call: string, name: string, flat: unknown): Elements<Floats> {
  if (!isNdArray<Floats>(flat) || !isFloats(flat.data)) {
    const need = "be a Float64Array, a Float32Array or an ndarray of rank 1 on one";
    throw wrongKind(call, name, need, flat);
  }
  const { data, shape, stride, offset } = flat;
  if (shape.length !== 1 || stride[0] === 0) {
    const got = shape.length === 1 ? "a stride of 0" : `shape ${shapeText(shape)}`;
    throw wrongNumber(call, name, "have rank 1 and a non-zero stride", got);
  }
  checkReach(call, name, flat);
  return { data, size: shape[0]!, offset, stride: stride[0]! };
}

/** Refuses a flat whose elements are to be read as numbers, and are something else: bigints, holes. */
export function checkNumbers(
  call: string,
  name: string,
  { data, size, offset, stride }: Elements,
): void {
  if (!Array.isArray(data) && !isBigInts(data)) return;
  for (let i = 0; i < size; i++) {
    const element: unknown = data[offset + i * stride];
    if (typeof element !== "number") throw wrongKind(call, `${name}[${i}]`, "be a number", element);
  }
}

function readArray<D extends FlatData>(
  call: string,
  name: string,
  data: D,
  axis: number | undefined,
): BatchElements<D> {
  if (!isFlatData(data)) {
    throw wrongKind(call, name, "be a typed array, an array or an ndarray of rank 1 or more", data);
  }
  if (axis !== undefined) axisOf(call, "axis", axis, 1);
  return { data, size: data.length, offset: 0, stride: 1, batchShape: [], batchStride: [] };
}

function readNdArray<D extends FlatData>(
  call: string,
  name: string,
  flat: NdArray<D>,
  axis = -1,
): BatchElements<D> {
  const { data, shape, stride, offset } = flat;
  const rank = shape.length;
  if (!isFlatData(data))
    throw wrongKind(call, `${name}.data`, "be a typed array or an array", data);
  if (rank === 0) throw wrongNumber(call, name, "have rank 1 or more", "rank 0");
  const own = axisOf(call, "axis", axis, rank);
  // ndarray() itself gives strides of 0 in front of an axis of length 0; nothing overlaps there.
  if (stride[own] === 0 && !shape.includes(0)) {
    throw wrongNumber(call, name, "have a non-zero stride", `0 on axis ${own}`);
  }
  checkReach(call, name, flat);
  const others = shape.map((_, i) => i).filter((i) => i !== own);
  return {
    data,
    size: shape[own]!,
    offset,
    stride: stride[own]!,
    batchShape: others.map((i) => shape[i]!),
    batchStride: others.map((i) => stride[i]!),
  };
}

function checkSize(
  call: string,
  name: string,
  elements: Elements,
  size: number,
  sized: Sized = "template needs",
): void {
  if (elements.size === size) return;
  throw new RangeError(`${call}: ${sized} ${size} elements, ${name} has ${elements.size}`);
}
