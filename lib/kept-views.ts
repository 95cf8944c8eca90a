/** Views are kept per layout and array and found again: the hot path of a loop. */
import type { NdArray } from "ndarray";
import { isNdArray, type FlatData } from "./internal/checks.ts";
import type { Layout } from "./layout.ts";

type Flat = FlatData | NdArray<FlatData>;

/** Views, and what an ndarray was when they were made: its fields can be assigned. */
interface Kept {
  readonly views: object;
  readonly axis: number | undefined;
  readonly source: Pick<NdArray<FlatData>, "data" | "offset" | "shape" | "stride"> | undefined;
}

/** By layout, then by array; `undefined` stands for an array that was met once. */
const met = new WeakMap<Layout, WeakMap<Flat, Kept | undefined>>();

/**
 * The views kept for this layout and flat, or else new ones, kept when the flat is met a second
 * time. A solver that passes a new array on every call thus leaves nothing behind: views kept in a
 * WeakMap survive young garbage collections with their array, which costs fifteen times what
 * making them does.
 */
export function foundAgain(
  call: string,
  flat: Flat,
  layout: Layout,
  axis: number | undefined,
  make: (call: string, flat: Flat, layout: Layout, axis: number | undefined) => object,
): object {
  const known = metWith(layout);
  const key = keyOf(flat);
  const kept = known.get(key);
  if (kept !== undefined && kept.axis === axis && isUnchanged(kept, key, layout)) {
    return kept.views;
  }
  const views = make(call, flat, layout, axis);
  if (known.has(key)) keep(key, layout, axis, views);
  else known.set(key, undefined);
  return views;
}

/** Keeps views at once, for an array that is made to be met again. */
export function keep(key: Flat, layout: Layout, axis: number | undefined, views: object): void {
  const source = isNdArray<FlatData>(key) ? copyOf(key) : undefined;
  metWith(layout).set(key, { views, axis, source });
}

function metWith(layout: Layout): WeakMap<Flat, Kept | undefined> {
  let known = met.get(layout);
  if (known === undefined) met.set(layout, (known = new WeakMap()));
  return known;
}

/** The array itself where an ndarray is nothing but the whole of it: both share their views. */
function keyOf(flat: Flat): Flat {
  if (!isNdArray<FlatData>(flat)) return flat;
  const { data, shape, stride, offset } = flat;
  const whole = shape.length === 1 && offset === 0 && stride[0] === 1 && shape[0] === data.length;
  return whole ? data : flat;
}

const copyOf = ({ data, offset, shape, stride }: NdArray<FlatData>): Kept["source"] => ({
  data,
  offset,
  shape: [...shape],
  stride: [...stride],
});

function isUnchanged({ source }: Kept, key: Flat, layout: Layout): boolean {
  if (source === undefined) return (key as FlatData).length === layout.size;
  const { data, offset, shape, stride } = key as NdArray<FlatData>;
  return (
    data === source.data &&
    offset === source.offset &&
    shape.length === source.shape.length &&
    shape.every((axis, i) => axis === source.shape[i] && stride[i] === source.stride[i])
  );
}
