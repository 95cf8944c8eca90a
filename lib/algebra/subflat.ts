/** The part of a flat that belongs to a subtree of its template. */
import type { NdArray } from "ndarray";
import { readBatch } from "../internal/read-flat.ts";
import type { FlatData } from "../internal/arrays.ts";
import { resolve, type Layout } from "../layout.ts";
import { checkOptions } from "../internal/options.ts";
import type { BranchesUnder, Path, SubtreeAt } from "./internal/path-types.ts";
import { isShape, type Template } from "../template.ts";
import type { TemplateBehind } from "../tree.ts";
import { slotsUnder, subtreeAt } from "./internal/find-slots.ts";
import { viewMaker } from "../internal/make-view.ts";

/**
 * Views the part of a flat that holds a leaf, a list or a record, as a view of rank 1: a write to
 * the part is a write to the flat. A batch of flats gives a batch of parts, whose last axis runs
 * along the part.
 *
 * @param options.axis the axis of a batch that holds the parameters, by default the last; a
 *   negative one counts from the last
 * @throws TypeError, RangeError naming the nearest path if the template has no such entry
 * @example
 * ops.mulseq(subflat(gradient, template, "encoder"), 0.1); // a smaller step for the encoder
 */
export function subflat<const T extends Template | Layout, D extends FlatData>(
  flat: D | NdArray<D>,
  template: T,
  path: `${Path<T>}`,
  options: { readonly axis?: number } = {},
): NdArray<D> {
  const call = "subflat";
  checkOptions(call, options, ["axis"]);
  const layout = resolve(call, template);
  const whole = readBatch(call, "flat", flat, layout.size, options.axis);
  const slots = slotsUnder(call, layout, path);
  const size = slots.reduce((sum, slot) => sum + slot.size, 0);
  return viewMaker(whole.data)(
    [...whole.batchShape, size],
    [...whole.batchStride, whole.stride],
    size === 0 ? whole.offset : whole.offset + slots[0]!.offset * whole.stride,
  );
}

/**
 * The layout of a list or a record by itself: the layout of `subflat` at the same path.
 *
 * @throws RangeError if the path is a leaf, or naming the nearest path if it is unknown
 * @example
 * const encoder = sublayout(template, "encoder");
 * const { w } = shapedFromFlat(subflat(flat, template, "encoder"), encoder);
 */
export function sublayout<
  const T extends Template | Layout,
  P extends BranchesUnder<TemplateBehind<T>>,
>(template: T, path: P): Layout<Extract<SubtreeAt<T, P>, Template>> {
  const call = "sublayout";
  const subtree = subtreeAt(call, resolve(call, template), path);
  if (isShape(subtree)) {
    throw new RangeError(`sublayout: ${path} is a leaf, and only a list or a record has a layout`);
  }
  return resolve(call, subtree) as Layout<Extract<SubtreeAt<T, P>, Template>>;
}
