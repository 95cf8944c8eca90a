/** Elements by name: the label `hidden.w[3,7]` from the index in the flat, and the index from the label. */
import { nameOf, wrongKind } from "../internal/messages.ts";
import { labelAt, resolve, type Layout } from "../layout.ts";
import { elementAt } from "./internal/find-element.ts";
import type { Label, LabelsUnder } from "./internal/path-types.ts";
import type { Template } from "../template.ts";
import type { TemplateBehind } from "../tree.ts";

/**
 * Names the element at an index of the flat: the path of its leaf, followed by the indices inside
 * the leaf unless it is a scalar.
 *
 * @throws RangeError if the template has no such element
 * @example
 * labelOf({ w: [3, 2], scale: [] }, 5); //=> "w[2,1]"
 */
export function labelOf<const T extends Template | Layout>(template: T, index: number): Label<T> {
  const layout = resolve("labelOf", template);
  if (!Number.isInteger(index) || index < 0 || index >= layout.size) {
    throw new RangeError(
      layout.size === 0
        ? `labelOf: the template has no elements, got index ${nameOf(index)}`
        : `labelOf: index must be an integer from 0 to ${layout.size - 1}, got ${nameOf(index)}`,
    );
  }
  return labelAt(layout, index) as Label<T>;
}

/**
 * Finds the index in the flat of the element with a label; the inverse of `labelOf`.
 *
 * @throws TypeError, RangeError if the template has no such element
 * @example
 * indexOf({ w: [3, 2], scale: [] }, "w[2,1]"); //=> 5
 */
export function indexOf<const T extends Template | Layout>(
  template: T,
  label: LabelsUnder<TemplateBehind<T>>,
): number {
  const text: unknown = label;
  if (typeof text !== "string") throw wrongKind("indexOf", "label", "be a string", text);
  return elementAt("indexOf", resolve("indexOf", template), text);
}
