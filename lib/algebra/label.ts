/** Elements by name: the index in the flat and the label `hidden.w[3,7]`, each from the other. */
import { nameOf } from "../internal/messages.ts";
import { layoutOf, type Layout, type Slot } from "../layout.ts";
import { slotAt, type Label } from "./internal/paths.ts";
import type { Template } from "../template.ts";

/**
 * The name of the element at an index of the flat: the path of its leaf, with the indices inside
 * where the leaf is not a scalar.
 *
 * @throws RangeError where the template has no such element
 * @example
 * labelOf({ w: [3, 2], scale: [] }, 5); //=> "w[2,1]"
 */
export function labelOf<const T extends Template | Layout>(template: T, index: number): Label<T> {
  const layout = layoutOf<Template | Layout>(template);
  if (!Number.isInteger(index) || index < 0 || index >= layout.size) {
    throw new RangeError(
      layout.size === 0
        ? `labelOf: the template has no elements, got index ${nameOf(index)}`
        : `labelOf: index must be an integer from 0 to ${layout.size - 1}, got ${nameOf(index)}`,
    );
  }
  const { path, shape, offset } = lastStartingBy(index, layout.slots);
  let rest = index - offset;
  const indices = shape.map(() => 0);
  for (let i = shape.length - 1; i >= 0; i--) {
    indices[i] = rest % shape[i]!;
    rest = Math.floor(rest / shape[i]!);
  }
  return (shape.length === 0 ? path : `${path}[${indices.join(",")}]`) as Label<T>;
}

/**
 * The index in the flat of the element with a label; the inverse of `labelOf`.
 *
 * @throws TypeError, RangeError where the template has no such element
 * @example
 * indexOf({ w: [3, 2], scale: [] }, "w[2,1]"); //=> 5
 */
export function indexOf<const T extends Template | Layout>(template: T, label: Label<T>): number {
  const text: unknown = label;
  if (typeof text !== "string") {
    throw new TypeError(`indexOf: label must be a string, got ${nameOf(text)}`);
  }
  const bracket = text.indexOf("[");
  const path = bracket < 0 ? text : text.slice(0, bracket);
  const { shape, offset } = slotAt("indexOf", layoutOf<Template | Layout>(template), path);
  const indices = readIndices(bracket < 0 ? "" : text.slice(bracket));
  const lies = (index: number, i: number): boolean => index < shape[i]!;
  if (indices?.length !== shape.length || !indices.every(lies)) {
    const need = `${path} has the shape [${shape.join(", ")}]`;
    throw new RangeError(`indexOf: ${need}, no element is ${nameOf(text)}`);
  }
  return indices.reduce((index, own, i) => index * shape[i]! + own, 0) + offset;
}

/** `[3,7]` as numbers; undefined for what `labelOf` does not write. */
function readIndices(text: string): number[] | undefined {
  if (text === "") return [];
  if (!/^\[(0|[1-9]\d*)(,(0|[1-9]\d*))*\]$/.test(text)) return undefined;
  return text.slice(1, -1).split(",").map(Number);
}

/** By bisection, the last slot with an offset up to `index`: slots of size 0 come before it. */
function lastStartingBy(index: number, slots: readonly Slot[]): Slot {
  let low = 0;
  let high = slots.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (slots[middle]!.offset <= index) low = middle;
    else high = middle;
  }
  return slots[low]!;
}
