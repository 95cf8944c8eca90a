import type { NdArray } from "ndarray";
import { isNdArray } from "../internal/checks.ts";
import { nameOf } from "../internal/messages.ts";
import { layoutOf, type Layout } from "../layout.ts";
import { leavesIn } from "../tree.ts";
import type { Template } from "../template.ts";
import type { DataOf } from "../views.ts";

/**
 * Each view with its path, in layout order.
 *
 * @throws TypeError with the path where the views do not have the template's structure
 * @example
 * for (const [path, view] of leaves(views, template)) console.log(path, view.shape);
 */
export function leaves<V extends object>(
  views: V,
  template: Template | Layout,
): [path: string, view: NdArray<DataOf<V>>][] {
  const layout = layoutOf(template);
  return leavesIn("leaves", layout, views).map((view, i) => {
    const { path } = layout.slots[i]!;
    if (!isNdArray<DataOf<V>>(view)) {
      throw new TypeError(`leaves: ${path} must be an ndarray, got ${nameOf(view)}`);
    }
    return [path, view];
  });
}
