/**
 * Trees that are kept and found again, so that a loop allocates nothing: the views of a layout on
 * an array, the blocks of a matrix, and trees that are joined from two others.
 *
 * A tree is kept from the second time its key is met. A solver that passes a new array on every
 * call thus leaves nothing behind: what a WeakMap holds survives young garbage collections with
 * its key, which costs fifteen times what making the views does.
 */
import type { NdArray } from "ndarray";
import { sameShape } from "./internal/checks.ts";
import { isNdArray, type FlatData } from "./internal/arrays.ts";
import type { FlatOn } from "./internal/read-flat.ts";
import type { Layout } from "./layout.ts";

type AnyFlat = FlatOn<FlatData>;

/** Makes the views that were not found. */
export type MakeViews = (
  call: string,
  flat: AnyFlat,
  layout: Layout,
  axis: number | undefined,
) => object;

/**
 * Views, and the fields of their ndarray when they were made. Those can be assigned, and an array
 * loses its elements when its buffer is transferred or shrunk.
 */
interface Kept {
  readonly views: object;
  readonly axis: number | undefined;
  readonly source: (Pick<NdArray<FlatData>, "data" | Geometry> & { length: number }) | undefined;
}

type Geometry = "offset" | "shape" | "stride";

/** The values that are kept by key; `undefined` marks a key that was met once. */
type Met<V> = WeakMap<object, V | undefined>;

const viewsByLayout = new WeakMap<Layout, Met<Kept>>();

/** The views that are kept for this layout and flat, or else new ones from `make`. */
export function keptViews(
  call: string,
  flat: AnyFlat,
  layout: Layout,
  axis: number | undefined,
  make: MakeViews,
): object {
  const met = metWith(layout);
  const key = keyOf(flat);
  const kept = met.get(key);
  if (kept !== undefined && kept.axis === axis && isUnchanged(kept, key, layout)) {
    return kept.views;
  }
  const views = make(call, flat, layout, axis);
  met.set(key, met.has(key) ? keptFor(key, axis, views) : undefined);
  return views;
}

/** Keeps views at once, for an array that was made to be met again. */
export function keepViews(data: FlatData, layout: Layout, views: object): void {
  metWith(layout).set(data, { views, axis: undefined, source: undefined });
}

const blocksByRows = new WeakMap<Layout, WeakMap<Layout, Met<Kept>>>();

/** The blocks that are kept for these two layouts and this matrix, or else new ones from `make`. */
export function keptBlocks(
  matrix: NdArray<FlatData>,
  rows: Layout,
  columns: Layout,
  make: (matrix: NdArray<FlatData>, rows: Layout, columns: Layout) => object,
): object {
  const met = blocksMetWith(rows, columns);
  const kept = met.get(matrix);
  if (kept !== undefined && isUnchanged(kept, matrix, rows)) return kept.views;
  const blocks = make(matrix, rows, columns);
  met.set(matrix, met.has(matrix) ? keptFor(matrix, undefined, blocks) : undefined);
  return blocks;
}

/** A `join` that gives the same tree for the same two trees, if both are frozen. */
export function keptJoin(
  join: (first: object, second: object) => object,
): (first: object, second: object) => object {
  const met: Met<{ second: object; tree: object }> = new WeakMap();
  return (first, second) => {
    const kept = met.get(first);
    if (kept !== undefined && kept.second === second) return kept.tree;
    const tree = join(first, second);
    if (Object.isFrozen(first) && Object.isFrozen(second)) {
      met.set(first, met.has(first) ? { second, tree } : undefined);
    }
    return tree;
  };
}

function metWith(layout: Layout): Met<Kept> {
  let met = viewsByLayout.get(layout);
  if (met === undefined) viewsByLayout.set(layout, (met = new WeakMap()));
  return met;
}

function blocksMetWith(rows: Layout, columns: Layout): Met<Kept> {
  let byColumns = blocksByRows.get(rows);
  if (byColumns === undefined) blocksByRows.set(rows, (byColumns = new WeakMap()));
  let met = byColumns.get(columns);
  if (met === undefined) byColumns.set(columns, (met = new WeakMap()));
  return met;
}

/** An ndarray over the whole of its array has the array as key, so that both share their views. */
function keyOf(flat: AnyFlat): AnyFlat {
  if (!isNdArray<FlatData>(flat)) return flat;
  const { data, shape, stride, offset } = flat;
  const whole = shape.length === 1 && offset === 0 && stride[0] === 1 && shape[0] === data.length;
  return whole ? data : flat;
}

function keptFor(key: AnyFlat, axis: number | undefined, views: object): Kept {
  if (!isNdArray<FlatData>(key)) return { views, axis, source: undefined };
  const { data, offset, shape, stride } = key;
  const source = { data, offset, shape: [...shape], stride: [...stride], length: data.length };
  return { views, axis, source };
}

function isUnchanged({ source }: Kept, key: AnyFlat, layout: Layout): boolean {
  if (source === undefined) return (key as FlatData).length === layout.size;
  const { data, offset, shape, stride } = key as NdArray<FlatData>;
  return (
    data === source.data &&
    data.length === source.length &&
    offset === source.offset &&
    sameShape(shape, source.shape) &&
    sameShape(stride, source.stride)
  );
}
