/** Trees along a layout. This is the one place that knows how a template and a tree correspond. */
import type { NdArray } from "ndarray";
import { isNdArray, type FlatData } from "./internal/arrays.ts";
import { nameOf, wrongKind } from "./internal/messages.ts";
import type { Layout, Slot } from "./layout.ts";
import {
  isShape,
  joinPath,
  type IsWide,
  type Shape,
  type Subtree,
  type Template,
} from "./template.ts";

/** A tree with the structure of a template (or of a layout's) and a `Leaf` for each shape. */
export type TreeOf<T, Leaf> = Entries<TemplateBehind<T>, Leaf>;

/**
 * `TreeOf` for results. A conditional type is resolved where it is used, so editors print the tree
 * and not the name of the recursion; it cannot be inferred from, which arguments need.
 */
export type ShownTree<T, Leaf> = ShownEntries<TemplateBehind<T>, Leaf>;

type ShownEntries<Branch, Leaf> = Branch extends unknown
  ? { readonly [Key in keyof Branch]: ShownBelow<Branch[Key], Leaf> }
  : never;

type ShownBelow<Tree, Leaf> =
  IsWide<Tree> extends true ? AnyTree<Leaf> : Tree extends Shape ? Leaf : ShownEntries<Tree, Leaf>;

/** The template of a layout; a template stands for itself. */
export type TemplateBehind<T> = T extends Layout<infer Own> ? Own : T;

type Entries<Branch, Leaf> = { readonly [Key in keyof Branch]: Below<Branch[Key], Leaf> };

type Below<Tree, Leaf> =
  IsWide<Tree> extends true ? AnyTree<Leaf> : Tree extends Shape ? Leaf : Entries<Tree, Leaf>;

/** The tree of a template that is only known at run time. */
export type AnyTree<Leaf> =
  | Leaf
  | readonly AnyTree<Leaf>[]
  | { readonly [key: string]: AnyTree<Leaf> };

/** A tree of the layout's structure with `f(slot)` at each leaf, in layout order. Frozen. */
export const treeOf = ({ template, slots }: Layout, f: (slot: Slot) => unknown): object =>
  branchOf(template, { slots, next: 0, f });

interface Walk {
  readonly slots: readonly Slot[];
  next: number;
  readonly f: (slot: Slot) => unknown;
}

// Plain functions over one record: closures that call each other take ten times as long.
function subtreeOf(subtree: Subtree, walk: Walk): unknown {
  const slot = walk.slots[walk.next];
  // The array of a leaf in the template is the very object of its slot's shape.
  if (slot === undefined || (typeof subtree !== "number" && subtree !== slot.shape)) {
    return branchOf(subtree as Template, walk);
  }
  walk.next++;
  return walk.f(slot);
}

function branchOf(branch: Template, walk: Walk): object {
  if (Array.isArray(branch)) {
    const copy = Array<unknown>(branch.length);
    for (let i = 0; i < branch.length; i++) copy[i] = subtreeOf(branch[i] as Subtree, walk);
    return Object.freeze(copy);
  }
  const copy: Record<string, unknown> = {};
  const record = branch as Readonly<Record<string, Subtree>>;
  for (const key of Object.keys(record)) copy[key] = subtreeOf(record[key]!, walk);
  return Object.freeze(copy);
}

/**
 * Lists what a tree has at the leaves of a template, in layout order.
 *
 * @throws TypeError naming `call` and the path at which the tree has another structure
 */
export function leavesIn(call: string, { template }: Layout, tree: unknown): unknown[] {
  const found: unknown[] = [];
  const visit = (subtree: Subtree, node: unknown, path: string): void => {
    if (isShape(subtree)) found.push(node);
    else visitBranch(subtree, node, path);
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

/**
 * Lists the views of a tree in layout order.
 *
 * @throws TypeError with the path at which the tree has another structure, or no ndarray
 */
export const viewsIn = <D extends FlatData>(
  call: string,
  layout: Layout,
  tree: unknown,
): NdArray<D>[] =>
  leavesIn(call, layout, tree).map((view, i) => {
    if (isNdArray<D>(view)) return view;
    throw wrongKind(call, layout.slots[i]!.path, "be an ndarray", view);
  });

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
