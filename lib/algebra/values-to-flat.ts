import type { NdArray, TypedArray } from "ndarray";
import { resolve, type Layout } from "../layout.ts";
import { eachValue, type LeafValues } from "./internal/leaf-values.ts";
import { checkOptions } from "../internal/options.ts";
import { leavesIn, type TreeOf } from "../tree.ts";
import { layoutOfValues, type TemplateOf, type Values } from "./template-of.ts";
import type { Template } from "../template.ts";
import type { DTypes } from "../internal/arrays.ts";
import { makeEmpty, type ShownViews } from "../views.ts";

/**
 * Copies values into a new flat. A scalar is a number; any other leaf is nested arrays, a typed
 * array, or an ndarray of any stride. Without a template the shapes are those of the values, as
 * `templateOf` reads them; with one, they are checked. `valuesOf` is the inverse.
 *
 * @param options.dtype `"float64"` (the default) or `"float32"`
 * @throws TypeError, RangeError with the place at which the values have another structure or shape,
 *   are ragged, or are not numbers
 * @example
 * const [flat, { w }] = valuesToFlat({ w: [[1, 2], [3, 4]], b: [5, 6] });
 * flat.data; //=> [1, 2, 3, 4, 5, 6]
 */
export function valuesToFlat<const V extends Values, K extends keyof DTypes = "float64">(
  values: V,
  template?: undefined,
  options?: { readonly dtype?: K },
): [flat: NdArray<DTypes[K]>, views: ShownViews<TemplateOf<V>, DTypes[K]>];
export function valuesToFlat<const T extends Template | Layout, K extends keyof DTypes = "float64">(
  values: TreeOf<T, LeafValues>,
  template: T,
  options?: { readonly dtype?: K },
): [flat: NdArray<DTypes[K]>, views: ShownViews<T, DTypes[K]>];
export function valuesToFlat(
  values: Values,
  template?: Template | Layout,
  options: { readonly dtype?: keyof DTypes } = {},
): [NdArray<TypedArray>, object] {
  const call = "valuesToFlat";
  checkOptions(call, options, ["dtype"]);
  const layout = template === undefined ? layoutOfValues(call, values) : resolve(call, template);
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
