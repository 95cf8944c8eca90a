/** Reads arrays along the axes that count their samples. */
import type { TypedArray } from "ndarray";
import { isBigInts, isNdArray, isTypedArray } from "../../internal/arrays.ts";
import { axisOf, checkReach } from "../../internal/checks.ts";
import { viewMaker, type MakeView } from "../../internal/make-view.ts";
import { wrongKind, wrongNumber } from "../../internal/messages.ts";
import { checkNumber, finite } from "../../internal/numbers.ts";

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

/** Writes the samples `order[first]`, `order[first + 1]`, ..., `count` of them, to the front. */
export type Fill = (order: Int32Array, first: number, count: number) => void;

/** @throws TypeError, RangeError naming `call`, if the arrays do not have the same samples */
export function readArrays(call: string, arrays: unknown, axes: unknown): Samples[] {
  if (!Array.isArray(arrays)) throw wrongKind(call, "arrays", "be a list of arrays", arrays);
  const given = readList(call, "axes", "an axis", axes, arrays.length);
  const samples = arrays.map((array: unknown, i) =>
    readSamples(call, i, array, given === undefined ? 0 : given[i]),
  );
  const n = samples[0]?.count;
  samples.forEach(({ count }, i) => {
    if (count === n) return;
    throw new RangeError(`${call}: array 0 has ${n} samples, array ${i} has ${count}`);
  });
  return samples;
}

/** The scale of each array; undefined for those that stay what they are. */
export function readScales(
  call: string,
  scales: unknown,
  samples: readonly Samples[],
): readonly (number | undefined)[] {
  const scaleOf = readList(call, "scales", "a number or undefined", scales, samples.length) ?? [];
  return samples.map(({ data }, i) => {
    const scale = scaleOf[i];
    if (scale === undefined) return undefined;
    checkNumber(call, `scales[${i}]`, scale, finite);
    if (isBigInts(data)) throw wrongKind(call, `array ${i}`, "hold numbers to have a scale", data);
    return scale;
  });
}

/** A list with an entry for each array. */
function readList(
  call: string,
  name: string,
  entry: string,
  list: unknown,
  count: number,
): readonly unknown[] | undefined {
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) {
    throw wrongKind(call, name, `be a list with ${entry} for each array`, list);
  }
  if (list.length === count) return list;
  throw wrongNumber(call, name, "have as many entries as arrays", `${list.length} and ${count}`);
}

/** @throws TypeError, RangeError naming `call` and the place of the array in its list */
function readSamples(call: string, place: number, array: unknown, axisGiven: unknown): Samples {
  const name = `array ${place}`;
  const view = isTypedArray(array)
    ? { data: array, shape: [array.length], stride: [1], offset: 0 }
    : array;
  if (!isNdArray<TypedArray>(view) || !isTypedArray(view.data)) {
    throw wrongKind(call, name, "be a typed array or an ndarray on one", array);
  }
  const { data, offset } = view;
  const [shape, stride] = [[...view.shape], [...view.stride]];
  if (shape.length === 0) throw wrongNumber(call, name, "have rank 1 or more", "rank 0");
  const axis = axisOf(call, `axes[${place}]`, axisGiven, shape.length);
  checkReach(call, name, view);
  const makeView = isTypedArray(array) ? undefined : viewMaker(data);
  return { data, shape, stride, offset, axis, count: shape[axis]!, makeView };
}

/** The number of elements in a sample. */
export const sizeOfSample = ({ shape, axis }: Samples): number =>
  shape.reduce((size, length, i) => (i === axis ? size : size * length), 1);

/** Samples `first` to `first + count`, as a view. */
export function cut(samples: Samples, first: number, count: number): unknown {
  const { data, shape, stride, offset, axis, makeView } = samples;
  if (makeView === undefined) return data.subarray(first, first + count);
  return makeView(shape.with(axis, count), stride, offset + first * stride[axis]!);
}
