/** ndarrays over one buffer: the views of a template's leaves. */
import type { NdArray, TypedArray } from "ndarray";
import {
  floatKinds,
  isBigInts,
  isTypedArray,
  type DType,
  type DTypes,
  type FlatData,
} from "./internal/arrays.ts";
import { checkDtype, checkFunction } from "./internal/checks.ts";
import { viewMaker } from "./internal/make-view.ts";
import { nameOf, refusal, wrongKind } from "./internal/messages.ts";
import { checkOptions } from "./internal/options.ts";
import { readBatch, type FlatOn } from "./internal/read-flat.ts";
import { keepViews, keptViews } from "./kept-views.ts";
import { resolve, type Layout } from "./layout.ts";
import type { Template } from "./template.ts";
import { treeOf, type AnyTree, type ShownTree, type TreeOf } from "./tree.ts";

/** The views of a template: its structure with an ndarray for each shape. */
export type Views<T, D extends FlatData = Float64Array> = TreeOf<T, NdArray<D>>;

/** The views of a template that is only known at run time. */
export type AnyViews<D extends FlatData = Float64Array> = AnyTree<NdArray<D>>;

/** `Views`, written out in the hovers and errors of an editor. */
export type ShownViews<T, D extends FlatData> = ShownTree<T, NdArray<D>>;

/** The array type behind a tree of views. */
export type DataOf<Tree> = Tree extends AnyViews<infer D> ? D : never;

/**
 * Makes a zero-filled flat and its views. `flat` is an ndarray of rank 1, offset 0 and stride 1,
 * and `flat.data` is the whole typed array.
 *
 * @param options.dtype `"float64"` (the default) or `"float32"`
 * @param options.allocate makes the array instead, from shared, pooled or WebAssembly memory
 * @throws TypeError, RangeError before anything is written
 * @example
 * const [flat, { w, b }] = emptyWithViews({ w: [3, 2], b: 2 });
 * b.set(1, 5);
 * flat.get(7); //=> 5
 */
export function emptyWithViews<const T extends Template | Layout, D extends TypedArray>(
  template: T,
  options: {
    readonly dtype?: DType;
    readonly allocate: (size: number, dtype: DType) => D;
  },
): [flat: NdArray<D>, views: ShownViews<T, D>];
export function emptyWithViews<const T extends Template | Layout, K extends DType = "float64">(
  template: T,
  options?: { readonly dtype?: K },
): [flat: NdArray<DTypes[K]>, views: ShownViews<T, DTypes[K]>];
export function emptyWithViews(
  template: Template | Layout,
  options?: Allocation,
): [NdArray<TypedArray>, object] {
  const call = "emptyWithViews";
  if (options !== undefined) checkOptions(call, options, ["dtype", "allocate"]);
  return makeEmpty(call, resolve(call, template), options);
}

interface Allocation {
  readonly dtype?: DType;
  readonly allocate?: (size: number, dtype: DType) => TypedArray;
}

/** A new flat with its views, for the public function `call`. */
export function makeEmpty(
  call: string,
  layout: Layout,
  { dtype, allocate }: Allocation = {},
): [NdArray<TypedArray>, object] {
  if (dtype !== undefined) checkDtype(call, dtype);
  const { size } = layout;
  const kind = dtype ?? "float64";
  const data =
    allocate === undefined
      ? new floatKinds[kind].Data(size)
      : allocated(call, allocate, size, kind);
  const flat = viewMaker(data)([size], [1], 0);
  if (dtype !== undefined && flat.dtype !== dtype) {
    throw new TypeError(`${call}: dtype is "${dtype}", allocate returned "${flat.dtype}"`);
  }
  const views = viewsAt(layout, data, 0, 1);
  keepViews(data, layout, views);
  if (allocate !== undefined) data.fill(0);
  return [flat, views];
}

function allocated(
  call: string,
  allocate: (size: number, dtype: DType) => TypedArray,
  size: number,
  dtype: DType,
): TypedArray {
  checkFunction(call, "allocate", allocate);
  const data = allocate(size, dtype);
  const need = `return a typed array of ${size} numbers`;
  if (!isTypedArray(data)) throw wrongKind(call, "allocate", need, data);
  if (!isBigInts(data) && data.length === size) return data;
  throw new TypeError(refusal(call, "allocate", need, `${nameOf(data)} of ${data.length}`));
}

/**
 * The views of a template on an existing flat. Elements are neither read nor written. With a
 * layout the views are kept with the array, and found again from the second call on, so that a
 * loop allocates nothing.
 *
 * @param flat a typed array, a plain Array (holes allowed) or an ndarray of rank 1 with any offset
 *   and non-zero stride; an ndarray of higher rank is a batch of flats, and each view keeps its
 *   other axes in front
 * @param options.axis the axis of a batch that holds the parameters, by default the last; a
 *   negative one counts from the last
 * @throws TypeError, RangeError if flat does not hold exactly the template's elements
 * @example
 * const { w } = shapedFromFlat([0, 1, 2, 3, 4, 5, 6, 7], { w: [3, 2], b: 2 });
 * w.get(2, 1); //=> 5
 */
export function shapedFromFlat<const T extends Template | Layout, D extends FlatData>(
  flat: FlatOn<D>,
  template: T,
  options?: { readonly axis?: number },
): ShownViews<T, D> {
  const call = "shapedFromFlat";
  if (options !== undefined) checkOptions(call, options, ["axis"]);
  const views = keptViews(call, flat, resolve(call, template), options?.axis, makeViews);
  // The types recurse over the template as `treeOf` does; the compiler cannot see that.
  return views as ShownViews<T, D>;
}

/** New views on a flat, for the public function `call`. */
export function makeViews(
  call: string,
  flat: FlatOn<FlatData>,
  layout: Layout,
  axis: number | undefined,
): object {
  const { data, offset, stride, batchShape, batchStride } = readBatch(
    call,
    "flat",
    flat,
    layout.size,
    axis,
  );
  if (batchShape.length === 0) return viewsAt(layout, data, offset, stride);
  const makeView = viewMaker(data);
  return treeOf(layout, (slot) =>
    makeView(
      [...batchShape, ...slot.shape],
      [...batchStride, ...rowMajor(slot.shape, stride)],
      within(data, offset + slot.offset * stride),
    ),
  );
}

/** The views on one flat: `data` from `offset` on, an element every `stride`. */
function viewsAt(layout: Layout, data: FlatData, offset: number, stride: number): object {
  const makeView = viewMaker(data);
  return treeOf(layout, (slot) =>
    makeView(slot.shape, rowMajor(slot.shape, stride), within(data, offset + slot.offset * stride)),
  );
}

/** Clamps an offset to the array: a leaf of size 0 at the end of a strided flat may lie beyond. */
const within = ({ length }: FlatData, offset: number): number =>
  Math.max(0, Math.min(offset, length));

/** The row-major strides of a shape whose last axis has the stride `step`. */
export function rowMajor(shape: readonly number[], step: number): number[] {
  if (shape.length === 1) return [step];
  if (shape.length === 2) return [step * shape[1]!, step];
  const stride = Array<number>(shape.length);
  for (let i = shape.length - 1; i >= 0; i--) {
    stride[i] = step;
    step *= shape[i]!;
  }
  return stride;
}
