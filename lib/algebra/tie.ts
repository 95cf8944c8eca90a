import type { NdArray } from "ndarray";
import type { FlatData } from "../internal/arrays.ts";
import { isNdArray } from "../internal/checks.ts";
import { nameOf } from "../internal/messages.ts";
import { keptJoin } from "../kept-views.ts";
import { layoutOf, type Layout } from "../layout.ts";
import { checkOptions } from "../internal/options.ts";
import { slotAt, type LeafPath } from "./internal/paths.ts";
import { leavesIn, treeOf } from "../tree.ts";
import type { Template } from "../template.ts";
import type { Views } from "../views.ts";
import { partOf, type Without } from "./internal/template-parts.ts";

/** A template of which one leaf has no elements of its own. */
export interface Tie<T, P extends string> {
  /** The layout without the tied leaf: what a flat has room for. */
  readonly free: Layout<Without<T, P>>;
  /** The views of the whole template: the tied leaf is the source's elements once more. */
  readonly join: <D extends FlatData>(views: Views<Without<T, P>, D>) => Views<T, D>;
}

/**
 * Ties a leaf to another one: the same elements of the buffer are seen under both paths, with
 * `transpose` with the axes in reverse order, by strides alone.
 *
 * The gradient's views are joined in the same way, so both uses of the elements meet in one range.
 * Their gradients ADD UP there only if each is added: set the flat gradient to zero once, then
 * write with `+=` (`addeq`, gemm with beta = 1). A second plain write would overwrite the first.
 *
 * Several leaves are tied one after the other: `tie(first.free, ...)`, and `first.join` takes what
 * the second `join` gives.
 *
 * @throws RangeError where the shapes differ, or naming the nearest path where one is unknown
 * @example
 * const { free, join } = tie(template, "decoder.w", "encoder.w", { transpose: true });
 * const [flat, views] = emptyWithViews(free);
 * const { encoder, decoder } = join(views); // decoder.w is encoder.w transposed
 */
export function tie<const T extends Template | Layout, const P extends LeafPath<T>>(
  template: T,
  path: P,
  source: LeafPath<T>,
  options: { readonly transpose?: boolean } = {},
): Tie<T, P> {
  checkOptions("tie", options, ["transpose"]);
  const { transpose = false } = options;
  const layout = layoutOf<Template | Layout>(template);
  const tied = slotAt("tie", layout, path);
  const own = slotAt("tie", layout, source);
  if (tied === own) throw new RangeError(`tie: ${path} cannot be tied to itself`);
  const shape = transpose ? own.shape.toReversed() : own.shape;
  if (String(tied.shape) !== String(shape)) {
    const given = `${source}${transpose ? " transposed" : ""} has [${shape.join(", ")}]`;
    throw new RangeError(`tie: ${path} has the shape [${tied.shape.join(", ")}], ${given}`);
  }
  const free = partOf(layout, (slot) => slot !== tied);
  const at = free.slots.findIndex((slot) => slot.path === source);
  const join = keptJoin((views) => {
    const leaves = leavesIn("join", free, views);
    const view = leaves[at];
    if (!isNdArray<FlatData>(view)) {
      throw new TypeError(`join: ${source} must be an ndarray, got ${nameOf(view)}`);
    }
    const again = transpose ? reverseAxes(view, shape.length) : view;
    const others = leaves.values();
    return treeOf(layout, (slot) => (slot === tied ? again : others.next().value));
  });
  return { free, join: (views: object) => join(views, views) } as unknown as Tie<T, P>;
}

/** Reverses the last `rank` axes; those of a batch stay in front. */
function reverseAxes(view: NdArray<FlatData>, rank: number): NdArray<FlatData> {
  const batch = view.shape.length - rank;
  const axes = view.shape.map((_, i) => (i < batch ? i : view.shape.length - 1 - (i - batch)));
  return view.transpose(...axes);
}
