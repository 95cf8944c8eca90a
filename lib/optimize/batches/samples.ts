/** An array along the axis that counts samples: cut into views, or gathered in any order. */
import type { TypedArray } from "ndarray";
import { isTypedArray } from "../../internal/arrays.ts";
import { checkReach, isNdArray } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import { viewMaker, type MakeView } from "../../internal/make-view.ts";

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

/** @throws TypeError, RangeError naming `call` and `name` */
export function readSamples(call: string, name: string, array: unknown, axis: number): Samples {
  const view = isTypedArray(array)
    ? { data: array, shape: [array.length], stride: [1], offset: 0 }
    : array;
  if (!isNdArray<TypedArray>(view) || !isTypedArray(view.data)) {
    const need = "a typed array or an ndarray on one";
    throw new TypeError(`${call}: ${name} must be ${need}, got ${nameOf(array)}`);
  }
  const { data, offset } = view;
  const [shape, stride] = [[...view.shape], [...view.stride]];
  const rank = shape.length;
  if (typeof axis !== "number") {
    throw new TypeError(`${call}: the axis of ${name} must be a number, got ${nameOf(axis)}`);
  }
  if (!Number.isInteger(axis) || axis < 0 || axis >= rank) {
    throw new RangeError(`${call}: ${name} has rank ${rank} and no axis ${axis}`);
  }
  checkReach(call, name, view);
  const makeView = isTypedArray(array) ? undefined : viewMaker(call, data);
  return { data, shape, stride, offset, axis, count: shape[axis]!, makeView };
}

/** Samples `first` to `first + count`, as a view. */
export function cut(samples: Samples, first: number, count: number): unknown {
  const { data, shape, stride, offset, axis, makeView } = samples;
  if (makeView === undefined) return data.subarray(first, first + count);
  return makeView(shape.with(axis, count), stride, offset + first * stride[axis]!);
}

/** From this length on `TypedArray.set` on a part is faster than a loop. */
const LONG = 24;

/** Copies between arrays of one type. */
function copyRun(
  from: TypedArray,
  start: number,
  to: TypedArray,
  at: number,
  length: number,
): void {
  (to as { set(run: unknown, at: number): void }).set(from.subarray(start, start + length), at);
}

/** An array for `count` samples, and how samples get there. */
export function gather(
  { data, shape, stride, offset, axis, makeView }: Samples,
  count: number,
): { target: Samples; fill: (order: Int32Array, first: number, count: number) => void } {
  const others = shape.map((_, i) => i).filter((i) => i !== axis);
  // Where the elements of one sample lie from its first, in row-major order.
  let places = [0];
  for (const i of others) {
    const along = Array.from({ length: shape[i]! }, (_, k) => k * stride[i]!);
    places = places.flatMap((place) => along.map((step) => place + step));
  }
  const from = Int32Array.from(places);
  const own = from.length;
  const isRun = own >= LONG && from.every((place, i) => place === i);
  const to = new (data.constructor as new (size: number) => TypedArray)(count * own);

  const rowMajor = stride.slice();
  let step = 1;
  for (const i of others.toReversed()) {
    rowMajor[i] = step;
    step *= shape[i]!;
  }
  rowMajor[axis] = own;

  const fill = (order: Int32Array, first: number, size: number): void => {
    for (let s = 0, at = 0; s < size; s++) {
      const start = offset + order[first + s]! * stride[axis]!;
      if (isRun) copyRun(data, start, to, at, own);
      else for (let i = 0; i < own; i++) to[at + i] = data[start + from[i]!]!;
      at += own;
    }
  };
  const target = makeView === undefined ? undefined : viewMaker("minibatches", to);
  return {
    target: { data: to, shape, stride: rowMajor, offset: 0, axis, count, makeView: target },
    fill,
  };
}
