import { layoutOf, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";

/**
 * The layout as a table for people: a line for each leaf with its shape, its size and its range
 * of indices in the flat, both ends included.
 *
 * @example
 * describe({ w: [3, 2], b: 2 });
 * // path  shape   size  index
 * // w     [3, 2]     6  0..5
 * // b     [2]        2  6..7
 * //                  8
 */
export function describe(template: Template | Layout): string {
  const { slots, size } = layoutOf(template);
  const rows = [
    ["path", "shape", "size", "index"],
    ...slots.map((slot) => [
      slot.path,
      `[${slot.shape.join(", ")}]`,
      String(slot.size),
      slot.size === 0 ? "none" : `${slot.offset}..${slot.offset + slot.size - 1}`,
    ]),
    ["", "", String(size), ""],
  ];
  const widths = [0, 1, 2].map((column) =>
    rows.reduce((width, row) => Math.max(width, row[column]!.length), 0),
  );
  const line = ([path, shape, count, index]: string[]): string =>
    `${path!.padEnd(widths[0]!)}  ${shape!.padEnd(widths[1]!)}  ${count!.padStart(widths[2]!)}  ${index!}`;
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
