import type { NdArray } from "ndarray";
import { isNdArray, type FlatData } from "../internal/arrays.ts";
import { checkBoolean, sameShape } from "../internal/checks.ts";
import { shapeText, wrongKind } from "../internal/messages.ts";
import { keptJoin } from "../kept-views.ts";
import { resolve, type Layout } from "../layout.ts";
import { checkOptions } from "../internal/options.ts";
import { slotAt } from "./internal/find-slots.ts";
import type { LeavesUnder } from "./internal/path-types.ts";
import { leavesIn, treeOf, type TemplateBehind } from "../tree.ts";
import type { Template } from "../template.ts";
import type { Views } from "../views.ts";
import { partOf, type Without } from "./internal/template-parts.ts";

/** A template in which one leaf has no elements of its own. */
export interface Tie<T, P extends string> {
  /** The layout without the tied leaf; a flat has this many elements. */
  readonly free: Layout<Without<T, P>>;
  /** The views of the whole template; the tied leaf is a second view of the source's elements. */
  readonly join: <D extends FlatData>(views: Views<Without<T, P>, D>) => Views<T, D>;
}

/**
 * Ties a leaf to another one, so that both paths show the same elements of the buffer. With
 * `transpose` the tied leaf has its axes in reverse order, by strides alone.
 *
 * The gradient's views are joined in the same way, so both uses write to the same elements. Their
 * gradients ADD UP there only if each is added: set the flat gradient to zero once, then write with
 * `+=` (`addeq`, or gemm with beta = 1). A second plain write would overwrite the first.
 *
 * To tie several leaves, tie one after the other: `tie(first.free, ...)`. Then `first.join` takes
 * the result of the second `join`.
 *
 * @param options.transpose reverses the axes of the tied leaf; false by default
 * @throws RangeError if the shapes differ, or naming the nearest path if one is unknown
 * @example
 * const { free, join } = tie(template, "decoder.w", "encoder.w", { transpose: true });
 * const [flat, views] = emptyWithViews(free);
 * const { encoder, decoder } = join(views); // decoder.w is encoder.w transposed
 */
export function tie<
  const T extends Template | Layout,
  const P extends LeavesUnder<TemplateBehind<T>>,
>(
  template: T,
  path: P,
  source: LeavesUnder<TemplateBehind<T>>,
  options: { readonly transpose?: boolean } = {},
): Tie<T, P> {
  const call = "tie";
  checkOptions(call, options, ["transpose"]);
  const { transpose = false } = options;
  checkBoolean(call, "transpose", transpose);
  const layout = resolve(call, template);
  const tied = slotAt(call, layout, path);
  const own = slotAt(call, layout, source);
  if (tied === own) throw new RangeError(`tie: ${path} cannot be tied to itself`);
  const shape = transpose ? own.shape.toReversed() : own.shape;
  if (!sameShape(tied.shape, shape)) {
    const other = `${source}${transpose ? " transposed" : ""} has ${shapeText(shape)}`;
    throw new RangeError(`tie: ${path} has the shape ${shapeText(tied.shape)}, ${other}`);
  }
  const free = partOf(call, layout, (slot) => slot !== tied);
  const at = free.slots.findIndex((slot) => slot.path === source);
  const join = keptJoin((views) => {
    const leaves = leavesIn("tie: join", free, views);
    const view = leaves[at];
    if (!isNdArray<FlatData>(view)) throw wrongKind("tie: join", source, "be an ndarray", view);
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
