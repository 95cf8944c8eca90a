/** The way from a label, `hidden.w[3,7]`, to the index of its element in the flat. */
import { nameOf, shapeText } from "../../internal/messages.ts";
import type { Layout } from "../../layout.ts";
import { slotAt } from "./find-slots.ts";

/** @throws RangeError naming the nearest leaf, or the shape of the leaf if the indices do not fit it */
export function elementAt(call: string, layout: Layout, label: string): number {
  const bracket = label.indexOf("[");
  const path = bracket < 0 ? label : label.slice(0, bracket);
  const { shape, offset } = slotAt(call, layout, path);
  const indices = readIndices(bracket < 0 ? "" : label.slice(bracket));
  const lies = (index: number, i: number): boolean => index < shape[i]!;
  if (indices?.length !== shape.length || !indices.every(lies)) {
    throw new RangeError(
      `${call}: there is no element ${nameOf(label)}: ${path} has the shape ${shapeText(shape)}`,
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
