/** Elements by name: the label `hidden.w[3,7]` from the index in the flat, and the index from the label. */
import { nameOf, shapeText, wrongKind } from "../internal/messages.ts";
import { labelAt, resolve, type Layout } from "../layout.ts";
import { slotAt } from "./internal/find-slots.ts";
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
  const bracket = text.indexOf("[");
  const path = bracket < 0 ? text : text.slice(0, bracket);
  const { shape, offset } = slotAt("indexOf", resolve("indexOf", template), path);
  const indices = readIndices(bracket < 0 ? "" : text.slice(bracket));
  const lies = (index: number, i: number): boolean => index < shape[i]!;
  if (indices?.length !== shape.length || !indices.every(lies)) {
    throw new RangeError(
      `indexOf: there is no element ${nameOf(text)}: ${path} has the shape ${shapeText(shape)}`,
    );
  }
  return indices.reduce((index, own, i) => index * shape[i]! + own, 0) + offset;
}

/** The numbers of `[3,7]`; undefined for a text that `labelOf` would not write. */
function readIndices(text: string): number[] | undefined {
  if (text === "") return [];
  if (!/^\[(0|[1-9]\d*)(,(0|[1-9]\d*))*\]$/.test(text)) return undefined;
  return text.slice(1, -1).split(",").map(Number);
}
