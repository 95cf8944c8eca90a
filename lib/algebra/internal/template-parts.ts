/** A template with some of its leaves taken out, as a type and as a value. */
import { resolve, type Layout, type Slot } from "../../layout.ts";
import { treeOf, type TemplateBehind, type ShownTree } from "../../tree.ts";
import type { IsWide, Shape, Template } from "../../template.ts";

/** The empty record that replaces a leaf: it has no elements, and the other paths stay as they were. */
type EmptyRecord = { readonly [Key in never]: never };

/** The template without the leaves at and below the paths P. */
export type Without<T, P extends string> = string extends P
  ? Template
  : Extract<Parts<TemplateBehind<T>, P, "", false>, Template>;

/** The template with nothing but the leaves at and below the paths P. */
export type Only<T, P extends string> = string extends P
  ? Template
  : Extract<Parts<TemplateBehind<T>, P, "", true>, Template>;

type Parts<Branch, P extends string, Prefix extends string, Kept> = Branch extends unknown
  ? {
      readonly [Key in keyof Branch]: Part<
        Branch[Key],
        P,
        `${Prefix}${Key & (string | number)}`,
        Kept
      >;
    }
  : never;

/** P may name some entries of a list of unknown length; each entry is then one or the other. */
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
    ? EmptyRecord
    : Spelled<Tree>
  : Parts<Tree, P, `${Path}.`, Kept>;

type Emptied<Tree> = Tree extends Shape ? EmptyRecord : ShownTree<Tree, EmptyRecord>;

/** Shapes as slots spell them: `10` is `[10]`. */
type Spelled<Tree> = Tree extends number
  ? readonly [Tree]
  : Tree extends readonly number[]
    ? Tree
    : { readonly [Key in keyof Tree]: Spelled<Tree[Key]> };

/** The layout of the leaves that are kept, each under the path it had. */
export const partOf = (call: string, layout: Layout, isKept: (slot: Slot) => boolean): Layout =>
  resolve(call, treeOf(layout, (slot) => (isKept(slot) ? slot.shape : {})) as Template);
