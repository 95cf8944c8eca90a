/**
 * The paths of a template: as types, so that a misspelt one does not compile, and as the way to a
 * slot, where what is misspelt at run time is told the nearest.
 */
import { nameOf } from "../../internal/messages.ts";
import type { Layout, Slot } from "../../layout.ts";
import { suggest } from "../../internal/nearest.ts";
import type { TemplateBehind } from "../../tree.ts";
import type { IsWide, Shape } from "../../template.ts";

/** A tree from which the recursion below stops looking: deeper paths are any string. */
type MaxDepth = 12;

/**
 * The paths of a template's leaves. A template only known at run time has any string.
 *
 * @example
 * LeafPath<{ layers: [{ w: [3, 2]; b: 2 }] }> //=> "layers.0.w" | "layers.0.b"
 */
export type LeafPath<T> = LeavesUnder<TemplateBehind<T>>;

/** The paths of lists and records below the root. */
export type BranchPath<T> = BranchesUnder<TemplateBehind<T>>;

/** The path of anything below the root: a leaf, a list or a record. */
export type Path<T> = LeafPath<T> | BranchPath<T>;

/**
 * The labels of a template's elements: the path, and the indices where the rank is not 0.
 *
 * @example
 * Label<{ w: [3, 2]; scale: [] }> //=> `w[${number},${number}]` | "scale"
 */
export type Label<T> = LabelsUnder<TemplateBehind<T>>;

/** What a template has at a path. */
export type SubtreeAt<T, P extends string> = At<TemplateBehind<T>, P>;

type Keys<Branch> = Branch extends readonly unknown[]
  ? number extends Branch["length"]
    ? `${number}`
    : Extract<keyof Branch, `${number}`>
  : Extract<keyof Branch, string>;

type Child<Branch, Key extends string> = Key extends keyof Branch
  ? Branch[Key]
  : Branch extends readonly (infer Entry)[]
    ? Entry
    : never;

type LeavesUnder<Branch, Depth extends 0[] = []> = Depth["length"] extends MaxDepth
  ? string
  : {
      [Key in Keys<Branch>]: IsWide<Child<Branch, Key>> extends true
        ? string
        : Child<Branch, Key> extends Shape
          ? Key
          : `${Key}.${LeavesUnder<Child<Branch, Key>, [...Depth, 0]>}`;
    }[Keys<Branch>];

type BranchesUnder<Branch, Depth extends 0[] = []> = Depth["length"] extends MaxDepth
  ? string
  : {
      [Key in Keys<Branch>]: IsWide<Child<Branch, Key>> extends true
        ? string
        : Child<Branch, Key> extends Shape
          ? never
          : Key | `${Key}.${BranchesUnder<Child<Branch, Key>, [...Depth, 0]>}`;
    }[Keys<Branch>];

type LabelsUnder<Branch, Depth extends 0[] = []> = Depth["length"] extends MaxDepth
  ? string
  : {
      [Key in Keys<Branch>]: IsWide<Child<Branch, Key>> extends true
        ? string
        : Child<Branch, Key> extends Shape
          ? `${Key}${Indices<Child<Branch, Key>>}`
          : `${Key}.${LabelsUnder<Child<Branch, Key>, [...Depth, 0]>}`;
    }[Keys<Branch>];

type Indices<S> = S extends readonly number[]
  ? S extends readonly []
    ? ""
    : number extends S["length"]
      ? string
      : `[${Numbers<S>}]`
  : `[${number}]`;

type Numbers<S extends readonly number[]> = S extends readonly [number, ...infer Rest]
  ? Rest extends readonly []
    ? `${number}`
    : Rest extends readonly number[]
      ? `${number},${Numbers<Rest>}`
      : never
  : never;

type At<Branch, P extends string> = P extends `${infer Key}.${infer Rest}`
  ? At<Child<Branch, Key>, Rest>
  : Child<Branch, P>;

const tables = new WeakMap<Layout, Map<string, Slot>>();

/**
 * The slot of a leaf by its path, found in a table that is made once per layout.
 *
 * @throws RangeError naming the nearest path where no leaf has this one
 */
export function slotAt(call: string, layout: Layout, path: string): Slot {
  let table = tables.get(layout);
  if (table === undefined) {
    tables.set(layout, (table = new Map(layout.slots.map((slot) => [slot.path, slot]))));
  }
  const slot = table.get(path);
  if (slot !== undefined) return slot;
  throw new RangeError(`${call}: no leaf ${nameOf(path)}${suggest(path, table.keys())}`);
}
