import { checkFunction } from "../internal/checks.ts";
import { layoutOf, type Layout } from "../layout.ts";
import { leavesIn, treeOf, type TreeOf } from "../tree.ts";
import type { Template } from "../template.ts";

/** What a list of trees along the template T has at a leaf, tree by tree. */
export type LeavesOf<T, Trees extends readonly unknown[]> = {
  [Key in keyof Trees]: Trees[Key] extends TreeOf<T, infer Leaf> ? Leaf : never;
};

/**
 * A tree of the template's structure with `f(...leaves, path)` at each shape, where `leaves` are
 * what each of the trees has there. The trees may hold views or anything else; their structures
 * are checked before the first call of `f`, which is called in layout order.
 *
 * @throws TypeError where `f` is no function, with the path where a tree has another structure
 * @example
 * mapViews(template, (w, dw) => ops.dot?.(w, dw), views, gradients);
 */
export function mapViews<
  const T extends Template | Layout,
  Trees extends readonly TreeOf<T, unknown>[],
  Result,
>(
  template: T,
  f: (...leavesAndPath: [...LeavesOf<T, Trees>, path: string]) => Result,
  ...trees: Trees
): TreeOf<T, Result> {
  const layout = layoutOf<Template | Layout>(template);
  checkFunction("mapViews", "f", f);
  const columns = trees.map((tree) => leavesIn("mapViews", layout, tree));
  let next = 0;
  return treeOf(layout, ({ path }) => {
    const leaves = columns.map((column) => column[next]) as LeavesOf<T, Trees>;
    next++;
    return f(...leaves, path);
  }) as TreeOf<T, Result>;
}
