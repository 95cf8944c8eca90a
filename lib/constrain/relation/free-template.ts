/** The types of a relation: which constraints a template takes, and the template of the free flat. */
import type { BranchesUnder, LeavesUnder, SubtreeAt } from "../../algebra/internal/path-types.ts";
import type { IsWide, Shape, Subtree, Template } from "../../template.ts";
import type { TemplateBehind } from "../../tree.ts";
import type { Constraint, ConstraintKind } from "../maps/constraint.ts";

/**
 * A record of constraints whose paths and kinds are those that the template has. The unions are
 * written out here and have no names of their own, so that errors print the paths and the kinds.
 */
export type Constraints<T, C> = {
  readonly [P in keyof C]: string extends P
    ? Constraint
    : NameOf<P> extends LeavesUnder<TemplateBehind<T>> | BranchesUnder<TemplateBehind<T>>
      ? Constraint<Exclude<ConstraintKind, Unfit<SubtreeAt<T, NameOf<P>>>>>
      : LeavesUnder<TemplateBehind<T>> | BranchesUnder<TemplateBehind<T>>;
};

/** The key of a record as a path: the key 0 is "0". */
type NameOf<Key> = `${Key & (string | number)}`;

/** The kinds that do not fit some leaf of a subtree, because it has too few axes. */
type Unfit<Tree> =
  IsWide<Tree> extends true
    ? never
    : Tree extends Shape
      ? UnfitShape<Tree>
      : { [Key in keyof Tree]: Unfit<Tree[Key]> }[KeysOf<Tree>];

type KeysOf<Tree> = Tree extends readonly unknown[] ? keyof Tree & number : keyof Tree;

type UnfitShape<S> = S extends number
  ? "triangle" | "strictTriangle"
  : S extends readonly []
    ? Exclude<ConstraintKind, "elements">
    : S extends readonly [number]
      ? "triangle" | "strictTriangle"
      : never;

/** The template of the free flat: every path has its leaf, of another shape where a constraint says so. */
export type FreeTemplate<T, C> = string extends keyof C
  ? Template
  : Extract<FreeEntries<TemplateBehind<T>, ByName<C>, "", undefined>, Template>;

type ByName<C> = { [Key in keyof C as NameOf<Key>]: C[Key] };

type FreeEntries<Branch, C, Prefix extends string, Own> = Branch extends unknown
  ? {
      readonly [Key in keyof Branch]: FreeBelow<Branch[Key], C, `${Prefix}${NameOf<Key>}`, Own>;
    }
  : never;

type FreeBelow<Tree, C, Path extends string, Own> =
  IsWide<Tree> extends true
    ? Subtree
    : Path extends keyof C
      ? FreeOf<Tree, C, Path, C[Path]>
      : FreeOf<Tree, C, Path, Own>;

type FreeOf<Tree, C, Path extends string, Own> = Tree extends Shape
  ? FreeShape<AsList<Tree>, Own>
  : FreeEntries<Tree, C, `${Path}.`, Own>;

type AsList<S> = S extends number ? readonly [S] : S;

/** The free shape of a leaf. Lengths are computed if they are literal, up to 64 or up to 10. */
type FreeShape<S, Own> =
  Own extends Constraint<infer Kind>
    ? ConstraintKind extends Kind
      ? readonly number[]
      : Kind extends "hyperplane"
        ? S extends readonly [...infer Front extends number[], infer N]
          ? readonly [...Front, OneLess<N>]
          : readonly number[]
        : Kind extends "triangle" | "strictTriangle"
          ? S extends readonly [...infer Front extends number[], infer N, number]
            ? readonly [...Front, Triangle<N, Kind>]
            : readonly number[]
          : S
    : S;

type OneLess<N, Count extends 0[] = []> = number extends N
  ? number
  : [...Count, 0]["length"] extends N
    ? Count["length"]
    : Count["length"] extends 64
      ? number
      : OneLess<N, [...Count, 0]>;

/** n·(n + 1)/2 or n·(n - 1)/2, by adding rows of 1, 2, … elements. */
type Triangle<N, Kind, Row extends 0[] = [], Sum extends 0[] = []> = number extends N
  ? number
  : Row["length"] extends N
    ? Sum["length"]
    : Row["length"] extends 10
      ? number
      : Triangle<N, Kind, [...Row, 0], [...Sum, ...(Kind extends "triangle" ? [...Row, 0] : Row)]>;
