/** Reads an array along the axis that counts its samples. */
import type { TypedArray } from "ndarray";
import { isTypedArray } from "../../internal/arrays.ts";
import { axisOf, checkReach, isNdArray } from "../../internal/checks.ts";
import { viewMaker, type MakeView } from "../../internal/make-view.ts";
import { wrongKind } from "../../internal/messages.ts";

export interface Samples {
  readonly data: TypedArray;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
  readonly offset: number;
  readonly axis: number;
  readonly count: number;
  /** Makes its views; undefined for a typed array, whose parts are typed arrays. */
  readonly makeView: MakeView<TypedArray> | undefined;
}

/** @throws TypeError, RangeError naming `call` and the place of the array in its list */
export function readSamples(
  call: string,
  place: number,
  array: unknown,
  axisGiven: unknown,
): Samples {
  const name = `array ${place}`;
  const view = isTypedArray(array)
    ? { data: array, shape: [array.length], stride: [1], offset: 0 }
    : array;
  if (!isNdArray<TypedArray>(view) || !isTypedArray(view.data)) {
    throw wrongKind(call, name, "be a typed array or an ndarray on one", array);
  }
  const { data, offset } = view;
  const [shape, stride] = [[...view.shape], [...view.stride]];
  const axis = axisOf(call, `axes[${place}]`, axisGiven, shape.length);
  checkReach(call, name, view);
  const makeView = isTypedArray(array) ? undefined : viewMaker(data);
  return { data, shape, stride, offset, axis, count: shape[axis]!, makeView };
}

/** Samples `first` to `first + count`, as a view. */
export function cut(samples: Samples, first: number, count: number): unknown {
  const { data, shape, stride, offset, axis, makeView } = samples;
  if (makeView === undefined) return data.subarray(first, first + count);
  return makeView(shape.with(axis, count), stride, offset + first * stride[axis]!);
}
