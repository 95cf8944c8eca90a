import type { FlatData } from "../internal/arrays.ts";
import { nameOf } from "../internal/messages.ts";
import { keptJoin } from "../kept-views.ts";
import { layoutOf, type Layout } from "../layout.ts";
import type { Path } from "./internal/paths.ts";
import { leavesIn, treeOf } from "../tree.ts";
import { slotsUnder } from "./subflat.ts";
import type { Template } from "../template.ts";
import type { Views } from "../views.ts";
import { partOf, type Only, type Without } from "./internal/template-parts.ts";

/** A template in two parts. */
export interface Partition<T, P extends string> {
  /** The layout of what an optimizer changes. */
  readonly free: Layout<Without<T, P>>;
  /** The layout of what stays as it is. */
  readonly fixed: Layout<Only<T, P>>;
  /** The views of the whole template from the views of both parts: two buffers, no copy. */
  readonly join: <D extends FlatData, E extends FlatData>(
    free: Views<Without<T, P>, D>,
    fixed: Views<Only<T, P>, E>,
  ) => Views<T, D | E>;
}

/**
 * Splits a template into a free and a fixed part, to freeze the leaves at and below some paths.
 * Each part has its own flat; a model sees one tree whose leaves lie in two buffers, an optimizer
 * only the free flat. The paths stay as they were, so `transfer` fills both parts from a whole
 * flat, and labels mean the same; where a leaf belongs to the other part stands an empty record.
 *
 * `join` gives the same tree for the same views, so a step allocates nothing.
 *
 * @throws RangeError naming the nearest path where one is unknown
 * @example
 * const { free, fixed, join } = partition(template, ["encoder"]);
 * const [, frozen] = emptyWithViews(fixed);
 * const model = flatFunction(free, (theta) => loss(join(theta, frozen)));
 */
export function partition<const T extends Template | Layout, const P extends Path<T>>(
  template: T,
  paths: readonly P[],
): Partition<T, P> {
  const layout = layoutOf<Template | Layout>(template);
  if (!Array.isArray(paths)) {
    throw new TypeError(`partition: paths must be a list, got ${nameOf(paths)}`);
  }
  const frozen = new Set(paths.flatMap((path) => slotsUnder("partition", layout, path)));
  const free = partOf(layout, (slot) => !frozen.has(slot));
  const fixed = partOf(layout, (slot) => frozen.has(slot));
  const join = keptJoin((freeTree, fixedTree) => {
    const freeLeaves = leavesIn("join", free, freeTree).values();
    const fixedLeaves = leavesIn("join", fixed, fixedTree).values();
    return treeOf(layout, (slot) => (frozen.has(slot) ? fixedLeaves : freeLeaves).next().value);
  });
  return { free, fixed, join } as unknown as Partition<T, P>;
}
