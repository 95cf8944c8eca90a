import type { Data, NdArray } from "ndarray";
import { makeNdarray } from "../internal/make-view.ts";

/** No data at all: a view of rank -1 and size 0. */
const nothing: readonly number[] = [];

/**
 * A view on an array, by shape, strides and offset: the call of `ndarray`, with its results.
 *
 * If a policy forbids generated code, so that ndarray itself throws, the view is of a class with
 * the same members. Otherwise ndarray makes it. Nothing is checked, as ndarray checks nothing.
 *
 * @param data a typed array, an Array or an object with `get`, `set` and `length`; a number is the
 *   only element of a new Array
 * @param shape lengths of the axes; by default one axis over the whole array
 * @param stride elements from one index to the next on each axis; by default row-major
 * @param offset the place of the first element; by default 0, or what negative strides need
 * @example
 * const matrix = ndarray(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
 * matrix.get(1, 0); //=> 4
 * matrix.transpose(1, 0).shape; //=> [3, 2]
 */
export function ndarray<D extends Data = number[]>(
  data?: D | number,
  shape?: readonly number[],
  stride?: readonly number[],
  offset?: number,
): NdArray<D> {
  // The first call of ndarray without data throws; after a view on an Array it works.
  if (data === undefined) makeNdarray(nothing as number[]);
  return makeNdarray(data, shape, stride, offset);
}
