/** A template with its flat and its views, and the element behind each cell. */
import {
  emptyWithViews,
  labelOf,
  layoutOf,
  leaves,
  type Layout,
  type Template,
} from "ndarray-params";
import type { NdArray } from "ndarray";

export interface Leaf {
  readonly path: string;
  readonly view: NdArray<Float64Array>;
  /** The indices of the leaf's elements in the flat, row after row. */
  readonly indices: readonly number[];
}

export interface Opened {
  readonly layout: Layout;
  readonly flat: NdArray<Float64Array>;
  readonly leaves: readonly Leaf[];
  /** The name of each element, such as w[2,1], and the number of its leaf. */
  readonly labels: readonly string[];
  readonly leafOf: readonly number[];
}

/** @throws what the library throws for a template that it refuses */
export function openTemplate(template: unknown, most: number): Opened {
  const layout: Layout = layoutOf(template as Template);
  if (layout.size > most) {
    throw new RangeError(`this page shows up to ${most} elements, the template has ${layout.size}`);
  }
  const [flat, views] = emptyWithViews(layout);
  for (let i = 0; i < layout.size; i++) flat.set(i, i);
  const all = [...leaves(views, layout)].map(([path, view]) => ({
    path,
    view,
    indices: indicesOf(view),
  }));
  const leafOf: number[] = [];
  all.forEach(({ indices }, leaf) => indices.forEach((index) => (leafOf[index] = leaf)));
  const labels = Array.from({ length: layout.size }, (_, i) => labelOf(layout, i));
  return { layout, flat, leaves: all, labels, leafOf };
}

function indicesOf({ shape, stride, offset }: NdArray): number[] {
  return shape.reduce(
    (found, length, axis) =>
      found.flatMap((at) => Array.from({ length }, (_, i) => at + i * stride[axis]!)),
    [offset],
  );
}
