/** The element whose profile a user asks for: its index from a label or an index. */
import { elementAt } from "../../algebra/internal/find-element.ts";
import { wrongKind, wrongNumber } from "../../internal/messages.ts";
import type { Layout } from "../../layout.ts";

/** @throws TypeError, RangeError if it is neither, or there is no such element */
export function elementIn(
  call: string,
  element: unknown,
  size: number,
  layout: Layout | undefined,
): number {
  if (typeof element === "number") {
    if (Number.isInteger(element) && element >= 0 && element < size) return element;
    throw wrongNumber(call, "element", `be an integer from 0 to ${size - 1}`, element);
  }
  if (typeof element !== "string") {
    throw wrongKind(call, "element", "be a label or an index", element);
  }
  if (layout === undefined) {
    throw wrongKind(call, "element", "be an index if there is no template", element);
  }
  return elementAt(call, layout, element);
}
