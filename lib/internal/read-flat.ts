/** What may be handed over as a flat, read to integers: where its elements lie in its array. */
import type { NdArray } from "ndarray";
import { checkReach, isFlatData, isNdArray, nameOf, type FlatData } from "./checks.ts";

/**
 * Where a flat's elements lie: `size` of them from `offset` every `stride`, in `data`. A batch of
 * flats has the axes `batchShape` in front, with their own strides; a single flat has none.
 */
export interface Run<D extends FlatData = FlatData> {
  readonly data: D;
  readonly size: number;
  readonly offset: number;
  readonly stride: number;
  readonly batchShape: readonly number[];
  readonly batchStride: readonly number[];
}

/**
 * Reads a flat, or with rank > 1 a batch of flats whose parameter axis is `axis`.
 *
 * @throws TypeError where it is neither array nor ndarray, RangeError where it reaches outside its
 *   array, has a stride of 0 on the parameter axis, or no such axis
 */
export function readFlat<D extends FlatData>(
  call: string,
  flat: D | NdArray<D>,
  axis: number | undefined,
): Run<D> {
  if (isNdArray<D>(flat)) return readNdArray(call, flat, axis);
  if (!isFlatData(flat)) {
    const need = "a typed array, an array or an ndarray of rank 1 or more";
    throw new TypeError(`${call}: flat must be ${need}, got ${nameOf(flat)}`);
  }
  checkAxis(call, axis, 1);
  return { data: flat, size: flat.length, offset: 0, stride: 1, batchShape: [], batchStride: [] };
}

/** Reads a flat, or a batch of flats, that must have exactly `size` elements. */
export function readFitting<D extends FlatData>(
  call: string,
  flat: D | NdArray<D>,
  size: number,
  axis: number | undefined,
): Run<D> {
  const run = readFlat(call, flat, axis);
  if (run.size === size) return run;
  throw new RangeError(`${call}: template needs ${size} elements, flat has ${run.size}`);
}

/** Reads one flat of exactly `size` elements; a batch is refused. */
export function readSingle<D extends FlatData>(
  call: string,
  flat: D | NdArray<D>,
  size: number,
): Run<D> {
  const run = readFitting(call, flat, size, undefined);
  const rank = run.batchShape.length + 1;
  if (rank === 1) return run;
  throw new RangeError(`${call}: flat must have rank 1, got rank ${rank}`);
}

/** Refuses a plain Array where a number is to be read and a hole, or something else, is there. */
export function checkFilled(call: string, { data, size, offset, stride }: Run): void {
  if (!Array.isArray(data)) return;
  for (let i = 0; i < size; i++) {
    const element: unknown = data[offset + i * stride];
    if (typeof element === "number") continue;
    throw new TypeError(`${call}: flat[${i}] must be a number, got ${nameOf(element)}`);
  }
}

function readNdArray<D extends FlatData>(
  call: string,
  flat: NdArray<D>,
  axis = flat.shape.length - 1,
): Run<D> {
  const { data, shape, stride, offset } = flat;
  const rank = shape.length;
  if (!isFlatData(data)) {
    const need = "a typed array or an array";
    throw new TypeError(`${call}: flat.data must be ${need}, got ${nameOf(data)}`);
  }
  if (rank === 0) throw new RangeError(`${call}: flat must have rank 1 or more, got rank 0`);
  checkAxis(call, axis, rank);
  // ndarray() itself gives strides of 0 in front of an axis of length 0; nothing overlaps there.
  if (stride[axis] === 0 && !shape.includes(0)) {
    throw new RangeError(`${call}: flat must have a non-zero stride, got 0 on axis ${axis}`);
  }
  checkReach(call, "flat", flat);
  const others = shape.map((_, i) => i).filter((i) => i !== axis);
  return {
    data,
    size: shape[axis]!,
    offset,
    stride: stride[axis]!,
    batchShape: others.map((i) => shape[i]!),
    batchStride: others.map((i) => stride[i]!),
  };
}

function checkAxis(call: string, axis: number | undefined, rank: number): void {
  if (axis === undefined || (Number.isInteger(axis) && axis >= 0 && axis < rank)) return;
  throw new RangeError(`${call}: axis must be an integer from 0 to ${rank - 1}, got ${axis}`);
}
