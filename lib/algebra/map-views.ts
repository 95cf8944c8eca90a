import { checkFunction } from "../internal/checks.ts";
import { resolve, type Layout } from "../layout.ts";
import { leavesIn, treeOf, type ShownTree, type TreeOf } from "../tree.ts";
import type { Template } from "../template.ts";

/** The types that a list of trees of the template T has at a leaf, tree by tree. */
export type LeavesOf<T, Trees extends readonly unknown[]> = {
  [Key in keyof Trees]: Trees[Key] extends TreeOf<T, infer Leaf> ? Leaf : never;
};

/**
 * Makes a tree with `f(...leaves, path)` at each shape of the template, where `leaves` has one leaf
 * from each of the trees. The trees may hold views or anything else. Their structures are checked
 * before the first call of `f`, which is called in layout order.
 *
 * @throws TypeError if `f` is not a function, or with the path at which a tree has another structure
 * @example
 * mapViews(template, (w, dw) => ops.subeq(w, dw), views, gradients); // w ← w - dw, leaf by leaf
 */
export function mapViews<
  const T extends Template | Layout,
  Trees extends readonly TreeOf<T, unknown>[],
  Result,
>(
  template: T,
  f: (...leavesAndPath: [...LeavesOf<T, Trees>, path: string]) => Result,
  ...trees: Trees
): ShownTree<T, Result> {
  const call = "mapViews";
  const layout = resolve(call, template);
  checkFunction(call, "f", f);
  const columns = trees.map((tree) => leavesIn(call, layout, tree));
  let next = 0;
  return treeOf(layout, ({ path }) => {
    const leaves = columns.map((column) => column[next]) as LeavesOf<T, Trees>;
    next++;
    return f(...leaves, path);
  }) as ShownTree<T, Result>;
}
