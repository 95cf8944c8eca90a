import type { NdArray } from "ndarray";
import { resolve, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";
import { viewsIn } from "../tree.ts";
import type { DataOf } from "../views.ts";

/**
 * Lists each view with its path, in layout order.
 *
 * @throws TypeError with the path at which the views do not have the template's structure
 * @example
 * for (const [path, view] of leaves(views, template)) console.log(path, view.shape);
 */
export function leaves<V extends object>(
  views: V,
  template: Template | Layout,
): [path: string, view: NdArray<DataOf<V>>][] {
  const layout = resolve("leaves", template);
  return viewsIn<DataOf<V>>("leaves", layout, views).map((view, i) => [
    layout.slots[i]!.path,
    view,
  ]);
}
