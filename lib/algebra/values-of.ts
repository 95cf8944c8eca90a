import type { FlatData } from "../internal/arrays.ts";
import { resolve, type Layout } from "../layout.ts";
import type { IsWide, Shape, Template } from "../template.ts";
import { treeOf, viewsIn, type AnyTree, type TemplateBehind } from "../tree.ts";
import type { Views } from "../views.ts";
import { checkNestable, eachValue, nested, type Nested } from "./internal/leaf-values.ts";

/**
 * The values of a template: a number for each scalar, nested arrays for every other shape.
 *
 * @example
 * ValuesOf<{ w: [3, 2]; scale: [] }> //=> { w: number[][]; scale: number }
 */
export type ValuesOf<T> =
  TemplateBehind<T> extends infer Branch
    ? { readonly [Key in keyof Branch]: ValuesBelow<Branch[Key]> }
    : never;

type ValuesBelow<Tree> =
  IsWide<Tree> extends true
    ? AnyTree<Nested>
    : Tree extends Shape
      ? NestedOf<Tree>
      : { readonly [Key in keyof Tree]: ValuesBelow<Tree[Key]> };

type NestedOf<S> = S extends number
  ? number[]
  : S extends readonly []
    ? number
    : S extends readonly [number, ...infer Rest]
      ? NestedOf<Rest>[]
      : Nested;

/**
 * Copies views out into plain values, for printing, JSON and plots: a scalar becomes a number, and
 * every other leaf nested arrays. It is the inverse of `valuesToFlat`.
 *
 * @throws TypeError, RangeError with the path at which the views have another structure or shape
 *   than the template
 * @example
 * const [, views] = valuesToFlat({ w: [[1, 2], [3, 4]], scale: 5 });
 * valuesOf(views, { w: [2, 2], scale: [] }); //=> { w: [[1, 2], [3, 4]], scale: 5 }
 */
export function valuesOf<const T extends Template | Layout>(
  views: Views<T, FlatData>,
  template: T,
): ValuesOf<T> {
  const call = "valuesOf";
  const layout = resolve(call, template);
  const leaves = viewsIn(call, layout, views).values();
  return treeOf(layout, ({ path, shape }) => {
    checkNestable(call, path, shape);
    const numbers: number[] = [];
    eachValue(call, path, shape, leaves.next().value, (value) => numbers.push(value));
    return nested(numbers.values(), shape);
  }) as ValuesOf<T>;
}
