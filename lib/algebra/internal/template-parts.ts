/** A template with some of its leaves taken out, as type and as value. */
import { layoutOf, type Layout, type Slot } from "../../layout.ts";
import { treeOf, type TemplateBehind, type TreeOf } from "../../tree.ts";
import type { IsWide, Shape, Template } from "../../template.ts";

/** What stands where a leaf was taken out: it has no elements, and the paths stay as they were. */
type Nothing = { readonly [Key in never]: never };

/** The template without the leaves at and below the paths P. */
export type Without<T, P extends string> = string extends P
  ? Template
  : Extract<Parts<TemplateBehind<T>, P, "", false>, Template>;

/** The template with nothing but the leaves at and below the paths P. */
export type Only<T, P extends string> = string extends P
  ? Template
  : Extract<Parts<TemplateBehind<T>, P, "", true>, Template>;

type Parts<Branch, P extends string, Prefix extends string, Kept> = {
  readonly [Key in keyof Branch]: Part<Branch[Key], P, `${Prefix}${Key & (string | number)}`, Kept>;
};

/** Of a list of unknown length P may name some entries; each is then one or the other. */
type Part<Tree, P extends string, Path extends string, Kept> =
  IsWide<Tree> extends true
    ? Tree
    : Path extends P
      ? Named<Tree, Kept>
      : [Extract<P, Path>] extends [never]
        ? Unnamed<Tree, P, Path, Kept>
        : Named<Tree, Kept> | Unnamed<Tree, P, Path, Kept>;

type Named<Tree, Kept> = Kept extends true ? Spelled<Tree> : Emptied<Tree>;

type Unnamed<Tree, P extends string, Path extends string, Kept> = Tree extends Shape
  ? Kept extends true
    ? Nothing
    : Spelled<Tree>
  : Parts<Tree, P, `${Path}.`, Kept>;

type Emptied<Tree> = Tree extends Shape ? Nothing : TreeOf<Tree, Nothing>;

/** Shapes as slots spell them: `10` is `[10]`. */
type Spelled<Tree> = Tree extends number
  ? readonly [Tree]
  : Tree extends readonly number[]
    ? Tree
    : { readonly [Key in keyof Tree]: Spelled<Tree[Key]> };

/** The layout of the leaves that are kept, each under the path it had. */
export const partOf = (layout: Layout, isKept: (slot: Slot) => boolean): Layout =>
  layoutOf(treeOf(layout, (slot) => (isKept(slot) ? slot.shape : {})) as Template);
