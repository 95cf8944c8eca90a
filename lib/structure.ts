/** Trees along a layout: the one place that knows how a template and a tree correspond. */
import type { Layout, Slot } from "./layout.ts";
import { isNdArray, nameOf } from "./incoming.ts";
import {
  isShape,
  joinPath,
  type IsWide,
  type Shape,
  type Subtree,
  type Template,
} from "./template.ts";

/** A tree of the structure of a template, or of a layout's, with a `Leaf` for each shape. */
export type TreeOf<T, Leaf> = Entries<TemplateBehind<T>, Leaf>;

/** A template itself, or that of a layout. */
export type TemplateBehind<T> = T extends Layout<infer Own> ? Own : T;

type Entries<Branch, Leaf> = { readonly [Key in keyof Branch]: Below<Branch[Key], Leaf> };

type Below<Tree, Leaf> =
  IsWide<Tree> extends true ? AnyTree<Leaf> : Tree extends Shape ? Leaf : Entries<Tree, Leaf>;

/** What is known of the tree of a template that is only known at run time. */
export type AnyTree<Leaf> =
  Leaf | readonly AnyTree<Leaf>[] | { readonly [key: string]: AnyTree<Leaf> };

/** A tree of the layout's structure with `f(slot)` at each leaf, in layout order. Frozen. */
export function treeOf({ template, slots }: Layout, f: (slot: Slot) => unknown): object {
  let next = 0;
  const visit = (subtree: Subtree): unknown => {
    const slot = slots[next];
    // A leaf's array in the template is its slot's shape, the same object: nothing to look into.
    if (slot === undefined || (typeof subtree !== "number" && subtree !== slot.shape)) {
      return visitBranch(subtree as Template);
    }
    next++;
    return f(slot);
  };
  const visitBranch = (branch: Template): object =>
    Object.freeze(
      Array.isArray(branch)
        ? branch.map(visit)
        : visitRecord(branch as { readonly [key: string]: Subtree }),
    );
  const visitRecord = (record: { readonly [key: string]: Subtree }): object => {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(record)) copy[key] = visit(record[key]!);
    return copy;
  };
  return visitBranch(template);
}

/**
 * What stands in a tree where the template has its leaves, in layout order.
 *
 * @throws TypeError naming `call` and the path where the tree has another structure
 */
export function leavesIn(call: string, { template }: Layout, tree: unknown): unknown[] {
  const found: unknown[] = [];
  const visit = (subtree: Subtree, node: unknown, path: string): void => {
    if (path !== "" && isShape(subtree)) found.push(node);
    else visitBranch(subtree as Template, node, path);
  };
  const visitBranch = (branch: Template, node: unknown, path: string): void => {
    checkBranch(call, branch, node, path);
    for (const [key, subtree] of Object.entries<Subtree>(branch)) {
      visit(subtree, node[key as keyof typeof node], joinPath(path, key));
    }
  };
  visitBranch(template, tree, "");
  return found;
}

function checkBranch(
  call: string,
  branch: Template,
  node: unknown,
  path: string,
): asserts node is object {
  const kind = Array.isArray(branch) ? "a list" : "a record";
  const place = path === "" ? "" : `${path}: `;
  if (typeof node !== "object" || node === null || Array.isArray(node) !== Array.isArray(branch)) {
    throw new TypeError(`${call}: ${place}the template has ${kind} here, got ${nameOf(node)}`);
  }
  if (isNdArray(node)) {
    throw new TypeError(`${call}: ${place}the template has ${kind} here, got an ndarray`);
  }
  for (const key of Object.keys(branch)) {
    if (!Object.hasOwn(node, key))
      throw new TypeError(`${call}: ${joinPath(path, key)} is missing`);
  }
  for (const key of Object.keys(node)) {
    if (!Object.hasOwn(branch, key)) {
      throw new TypeError(`${call}: ${joinPath(path, key)} is not in the template`);
    }
  }
}
