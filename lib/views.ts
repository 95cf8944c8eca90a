/** ndarrays over one buffer: the views of a template's leaves. */
import type { NdArray, TypedArray } from "ndarray";
import { readFitting } from "./internal/read-flat.ts";
import { checkFunction, isTypedArray, nameOf, type FlatData } from "./internal/checks.ts";
import { foundAgain, keep } from "./kept-views.ts";
import { layoutOf, type Layout } from "./layout.ts";
import { checkOptions } from "./internal/options.ts";
import { treeOf, type AnyTree, type TreeOf } from "./tree.ts";
import type { Template } from "./template.ts";
import { viewMaker } from "./internal/make-view.ts";

/** The views of a template: its structure with an ndarray for each shape. */
export type Views<T, D extends FlatData = Float64Array> = TreeOf<T, NdArray<D>>;

/** What is known of the views of a template that is only known at run time. */
export type AnyViews<D extends FlatData = Float64Array> = AnyTree<NdArray<D>>;

/** The array type behind a tree of views. */
export type DataOf<Tree> = Tree extends AnyViews<infer D> ? D : never;

/** The data types `emptyWithViews` allocates. */
export interface DTypes {
  float64: Float64Array;
  float32: Float32Array;
}

const allocators = {
  float64: (size: number) => new Float64Array(size),
  float32: (size: number) => new Float32Array(size),
};

/**
 * A zero-filled flat with its views. `flat` is an ndarray of rank 1, offset 0, stride 1, and
 * `flat.data` the whole typed array.
 *
 * @param options.dtype `"float64"` (the default) or `"float32"`
 * @param options.allocate makes the array instead: shared, pooled or WebAssembly memory
 * @throws TypeError, RangeError before anything is written
 * @example
 * const [flat, { w, b }] = emptyWithViews({ w: [3, 2], b: 2 });
 * b.set(1, 5);
 * flat.get(7); //=> 5
 */
export function emptyWithViews<const T extends Template | Layout, D extends TypedArray>(
  template: T,
  options: {
    readonly dtype?: keyof DTypes;
    readonly allocate: (size: number, dtype: keyof DTypes) => D;
  },
): [flat: NdArray<D>, views: Views<T, D>];
export function emptyWithViews<
  const T extends Template | Layout,
  K extends keyof DTypes = "float64",
>(
  template: T,
  options?: { readonly dtype?: K },
): [flat: NdArray<DTypes[K]>, views: Views<T, DTypes[K]>];
export function emptyWithViews(
  template: Template | Layout,
  options: Allocation = {},
): [NdArray<TypedArray>, object] {
  const call = "emptyWithViews";
  checkOptions(call, options, ["dtype", "allocate"]);
  return makeEmpty(call, layoutOf(template), options);
}

interface Allocation {
  readonly dtype?: keyof DTypes;
  readonly allocate?: (size: number, dtype: keyof DTypes) => TypedArray;
}

/** A new flat with its views, for the public function `call`. */
export function makeEmpty(
  call: string,
  layout: Layout,
  options: Allocation,
): [NdArray<TypedArray>, object] {
  const { dtype = "float64" } = options;
  if (!Object.hasOwn(allocators, dtype)) {
    throw new TypeError(`${call}: dtype must be "float64" or "float32", got ${nameOf(dtype)}`);
  }
  const allocate = options.allocate ?? allocators[dtype];
  checkFunction(call, "allocate", allocate);
  const data = allocate(layout.size, dtype);
  if (!isTypedArray(data) || data.length !== layout.size) {
    const need = `a typed array of ${layout.size} elements`;
    const got = isTypedArray(data) ? `${nameOf(data)} of ${data.length}` : nameOf(data);
    throw new TypeError(`${call}: allocate must return ${need}, got ${got}`);
  }
  const flat = viewMaker(call, data)([layout.size], [1], 0);
  if (options.dtype !== undefined && flat.dtype !== dtype) {
    throw new TypeError(`${call}: dtype is "${dtype}", allocate returned "${flat.dtype}"`);
  }
  const views = makeViews(call, data, layout, undefined);
  keep(data, layout, undefined, views);
  data.fill(0);
  return [flat, views];
}

/**
 * The views of a template on an existing flat. Elements are neither read nor written. With a
 * layout the views are kept with the array, and found again from its second time on, so that a
 * loop allocates nothing.
 *
 * @param flat a typed array, a plain Array (holes allowed) or an ndarray of rank 1 with any offset
 *   and non-zero stride; an ndarray of higher rank is a batch of flats, and each view keeps its
 *   other axes in front
 * @param options.axis the axis of a batch that holds the parameters; the last by default
 * @throws TypeError, RangeError where flat does not hold exactly the template's elements
 * @example
 * const { w } = shapedFromFlat([0, 1, 2, 3, 4, 5, 6, 7], { w: [3, 2], b: 2 });
 * w.get(2, 1); //=> 5
 */
export function shapedFromFlat<const T extends Template | Layout, D extends FlatData>(
  flat: D | NdArray<D>,
  template: T,
  options?: { readonly axis?: number },
): Views<T, D> {
  // The one cast between the walk over values and the types, which recurse as it does.
  const layout = layoutOf<Template | Layout>(template);
  return foundAgain("shapedFromFlat", flat, layout, options?.axis, makeViews) as Views<T, D>;
}

/** New views on a flat, for the public function `call`. */
export function makeViews(
  call: string,
  flat: FlatData | NdArray<FlatData>,
  layout: Layout,
  axis: number | undefined,
): object {
  const run = readFitting(call, flat, layout.size, axis);
  const { data, batchShape, batchStride } = run;
  const makeView = viewMaker(call, data);
  if (batchShape.length === 0) {
    return treeOf(layout, ({ shape, offset }) =>
      makeView(shape, rowMajor(shape, run.stride), within(data, run.offset + offset * run.stride)),
    );
  }
  return treeOf(layout, ({ shape, offset }) =>
    makeView(
      [...batchShape, ...shape],
      [...batchStride, ...rowMajor(shape, run.stride)],
      within(data, run.offset + offset * run.stride),
    ),
  );
}

/** Only a leaf of size 0 at the end of a stepped flat could start outside the array. */
const within = ({ length }: FlatData, offset: number): number =>
  Math.max(0, Math.min(offset, length));

/** The strides of a shape whose last axis steps by `step`. */
function rowMajor(shape: readonly number[], step: number): number[] {
  if (shape.length === 1) return [step];
  if (shape.length === 2) return [step * shape[1]!, step];
  const stride = Array<number>(shape.length);
  for (let i = shape.length - 1; i >= 0; i--) {
    stride[i] = step;
    step *= shape[i]!;
  }
  return stride;
}
