/** A subtree of a template and its part of the flat. */
import type { NdArray } from "ndarray";
import { readBatch } from "../internal/read-flat.ts";
import type { FlatData } from "../internal/arrays.ts";
import { nameOf } from "../internal/messages.ts";
import { layoutOf, type Layout, type Slot } from "../layout.ts";
import { suggest } from "../internal/nearest.ts";
import { checkOptions } from "../internal/options.ts";
import type { BranchPath, Path, SubtreeAt } from "./internal/paths.ts";
import { isShape, joinPath, type Subtree, type Template } from "../template.ts";
import { viewMaker } from "../internal/make-view.ts";

/**
 * The part of a flat that holds a leaf, a list or a record, as a view of rank 1. What is written
 * to it is written to the flat. Of a batch of flats, a batch of parts with the parts' axis last.
 *
 * @param options.axis the axis of a batch that holds the parameters; the last by default
 * @throws TypeError, RangeError naming the nearest path where the template has no such entry
 * @example
 * ops.mulseq(subflat(gradient, template, "encoder"), 0.1); // a smaller step for the encoder
 */
export function subflat<const T extends Template | Layout, D extends FlatData>(
  flat: D | NdArray<D>,
  template: T,
  path: Path<T>,
  options: { readonly axis?: number } = {},
): NdArray<D> {
  checkOptions("subflat", options, ["axis"]);
  const layout = layoutOf<Template | Layout>(template);
  const run = readBatch("subflat", "flat", flat, layout.size, options.axis);
  const slots = slotsUnder("subflat", layout, path);
  const size = slots.reduce((sum, slot) => sum + slot.size, 0);
  return viewMaker("subflat", run.data)(
    [...run.batchShape, size],
    [...run.batchStride, run.stride],
    size === 0 ? run.offset : run.offset + slots[0]!.offset * run.stride,
  );
}

/**
 * The layout of a list or a record of the template by itself: that of `subflat` at the same path.
 *
 * @throws RangeError where the path is a leaf, or naming the nearest path where it is unknown
 * @example
 * const encoder = sublayout(template, "encoder");
 * const { w } = shapedFromFlat(subflat(flat, template, "encoder"), encoder);
 */
export function sublayout<const T extends Template | Layout, P extends BranchPath<T>>(
  template: T,
  path: P,
): Layout<Extract<SubtreeAt<T, P>, Template>> {
  const subtree = subtreeAt("sublayout", layoutOf<Template | Layout>(template), path);
  if (isShape(subtree)) {
    throw new RangeError(`sublayout: ${path} is a leaf, its part of the flat has no layout`);
  }
  return layoutOf(subtree) as Layout<Extract<SubtreeAt<T, P>, Template>>;
}

/** The slots of the leaves at and below a path, in layout order. */
export function slotsUnder(call: string, layout: Layout, path: string): readonly Slot[] {
  subtreeAt(call, layout, path);
  return layout.slots.filter((slot) => slot.path === path || slot.path.startsWith(`${path}.`));
}

function subtreeAt(call: string, layout: Layout, path: unknown): Subtree {
  if (typeof path !== "string") {
    throw new TypeError(`${call}: path must be a string, got ${nameOf(path)}`);
  }
  let subtree: Subtree = layout.template;
  for (const key of path.split(".")) {
    const isLeaf = subtree !== layout.template && isShape(subtree);
    const entries: [string, Subtree][] = isLeaf ? [] : Object.entries(subtree);
    const entry = entries.find(([own]) => own === key);
    if (entry === undefined) {
      throw new RangeError(`${call}: no entry ${nameOf(path)}${suggest(path, entriesOf(layout))}`);
    }
    subtree = entry[1];
  }
  return subtree;
}

/** The paths of the leaves and of all that contains them. */
function entriesOf({ slots }: Layout): Set<string> {
  const paths = new Set<string>();
  for (const slot of slots) {
    let path = "";
    for (const key of slot.path.split(".")) paths.add((path = joinPath(path, key)));
  }
  return paths;
}
