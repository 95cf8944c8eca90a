/** The paths of a template as types, so that a misspelt path does not compile. */
import type { TemplateBehind } from "../../tree.ts";
import type { IsWide, Shape } from "../../template.ts";

/** The depth at which the types give up: paths deeper than this are typed `string`. */
type MaxTypedDepth = 12;

/**
 * The paths of a template's leaves; `string` for a template that is only known at run time.
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
 * The labels of a template's elements: the path, followed by the indices unless the rank is 0.
 *
 * @example
 * Label<{ w: [3, 2]; scale: [] }> //=> `w[${number},${number}]` | "scale"
 */
export type Label<T> = LabelsUnder<TemplateBehind<T>>;

/** The subtree of a template at a path. */
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

/**
 * The recursion behind `LeafPath`. Signatures name it directly: errors print the paths that it finds,
 * while a public alias would be printed by its own name. The same holds for the next two.
 */
export type LeavesUnder<Branch, Depth extends 0[] = []> = Depth["length"] extends MaxTypedDepth
  ? string
  : {
      [Key in Keys<Branch>]: IsWide<Child<Branch, Key>> extends true
        ? string
        : Child<Branch, Key> extends Shape
          ? Key
          : `${Key}.${LeavesUnder<Child<Branch, Key>, [...Depth, 0]>}`;
    }[Keys<Branch>];

export type BranchesUnder<Branch, Depth extends 0[] = []> = Depth["length"] extends MaxTypedDepth
  ? string
  : {
      [Key in Keys<Branch>]: IsWide<Child<Branch, Key>> extends true
        ? string
        : Child<Branch, Key> extends Shape
          ? never
          : Key | `${Key}.${BranchesUnder<Child<Branch, Key>, [...Depth, 0]>}`;
    }[Keys<Branch>];

export type LabelsUnder<Branch, Depth extends 0[] = []> = Depth["length"] extends MaxTypedDepth
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
