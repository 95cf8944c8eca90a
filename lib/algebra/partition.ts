import type { FlatData } from "../internal/arrays.ts";
import { wrongKind } from "../internal/messages.ts";
import { keptJoin } from "../kept-views.ts";
import { resolve, type Layout } from "../layout.ts";
import type { Path } from "./internal/path-types.ts";
import { leavesIn, treeOf } from "../tree.ts";
import { slotsUnder } from "./internal/find-slots.ts";
import type { Template } from "../template.ts";
import type { Views } from "../views.ts";
import { partOf, type Only, type Without } from "./internal/template-parts.ts";

/** A template in two parts. */
export interface Partition<T, P extends string> {
  /** The layout of the leaves that an optimizer changes. */
  readonly free: Layout<Without<T, P>>;
  /** The layout of the leaves that stay as they are. */
  readonly fixed: Layout<Only<T, P>>;
  /** The views of the whole template from the views of both parts, without a copy. */
  readonly join: <D extends FlatData, E extends FlatData>(
    free: Views<Without<T, P>, D>,
    fixed: Views<Only<T, P>, E>,
  ) => Views<T, D | E>;
}

/**
 * Splits a template into a free and a fixed part, to freeze the leaves at and below some paths.
 * Each part has its own flat: the model sees one tree whose leaves lie in two buffers, and the
 * optimizer sees only the free flat. Paths stay as they were, so labels mean the same and `transfer`
 * fills both parts from a whole flat. An empty record stands for each leaf of the other part.
 *
 * `join` gives the same tree for the same views, so a step allocates nothing.
 *
 * @throws RangeError naming the nearest path if one is unknown
 * @example
 * const { free, fixed, join } = partition(template, ["encoder"]);
 * const [, frozen] = emptyWithViews(fixed);
 * const model = flatFunction(free, (theta) => loss(join(theta, frozen)));
 */
export function partition<const T extends Template | Layout, const P extends `${Path<T>}`>(
  template: T,
  paths: readonly P[],
): Partition<T, P> {
  const call = "partition";
  const layout = resolve(call, template);
  if (!Array.isArray(paths)) throw wrongKind(call, "paths", "be a list", paths);
  const frozen = new Set(paths.flatMap((path) => slotsUnder(call, layout, path)));
  const free = partOf(call, layout, (slot) => !frozen.has(slot));
  const fixed = partOf(call, layout, (slot) => frozen.has(slot));
  const join = keptJoin((freeTree, fixedTree) => {
    const freeLeaves = leavesIn("partition: join", free, freeTree).values();
    const fixedLeaves = leavesIn("partition: join", fixed, fixedTree).values();
    return treeOf(layout, (slot) => (frozen.has(slot) ? fixedLeaves : freeLeaves).next().value);
  });
  return { free, fixed, join } as unknown as Partition<T, P>;
}
