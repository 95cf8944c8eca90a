import type { NdArray, TypedArray } from "ndarray";
import { layoutOf, type Layout } from "../layout.ts";
import { eachValue, type LeafValues } from "./internal/leaf-values.ts";
import { checkOptions } from "../internal/options.ts";
import { leavesIn, type TreeOf } from "../tree.ts";
import { layoutOfValues, type TemplateOf, type Values } from "./template-of.ts";
import type { Template } from "../template.ts";
import type { DTypes } from "../internal/arrays.ts";
import { makeEmpty, type Views } from "../views.ts";

/**
 * Copies values into a new flat: numbers for scalars, nested arrays, typed arrays or ndarrays of
 * any stride, in a structure. Without a template the shapes are those of the values, as
 * `templateOf` reads them; with one, they are checked.
 *
 * @param options.dtype `"float64"` (the default) or `"float32"`
 * @throws TypeError, RangeError with the place where the values have another structure or shape,
 *   are ragged, or hold something else than numbers
 * @example
 * const [flat, { w }] = valuesToFlat({ w: [[1, 2], [3, 4]], b: [5, 6] });
 * flat.data; //=> [1, 2, 3, 4, 5, 6]
 */
export function valuesToFlat<const V extends Values, K extends keyof DTypes = "float64">(
  values: V,
  template?: undefined,
  options?: { readonly dtype?: K },
): [flat: NdArray<DTypes[K]>, views: Views<TemplateOf<V>, DTypes[K]>];
export function valuesToFlat<const T extends Template | Layout, K extends keyof DTypes = "float64">(
  values: TreeOf<T, LeafValues>,
  template: T,
  options?: { readonly dtype?: K },
): [flat: NdArray<DTypes[K]>, views: Views<T, DTypes[K]>];
export function valuesToFlat(
  values: Values,
  template?: Template | Layout,
  options: { readonly dtype?: keyof DTypes } = {},
): [NdArray<TypedArray>, object] {
  const call = "valuesToFlat";
  checkOptions(call, options, ["dtype"]);
  const layout = template === undefined ? layoutOfValues(call, values) : layoutOf(template);
  const leaves = leavesIn(call, layout, values);
  const [flat, views] = makeEmpty(call, layout, options);
  let next = 0;
  const append = (value: number): void => {
    flat.data[next++] = value;
  };
  for (const [i, { path, shape }] of layout.slots.entries()) {
    eachValue(call, path, shape, leaves[i], append);
  }
  return [flat, views];
}
