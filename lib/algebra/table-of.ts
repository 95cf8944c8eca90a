import { alignedText, short } from "../internal/aligned-text.ts";
import type { FlatData } from "../internal/arrays.ts";
import { shapeText } from "../internal/messages.ts";
import { checkNumbers, readFlat, type Elements, type FlatOn } from "../internal/read-flat.ts";
import { resolve, type Layout, type Slot } from "../layout.ts";
import type { Template } from "../template.ts";

/**
 * The layout as a table for people: a line for each leaf with its shape, its size and its range
 * of indices in the flat, both ends included. With a flat, each line also has the mean, the
 * standard deviation, the smallest and the largest element of its leaf, and the last line has those
 * of the whole flat, all to four digits. NaN shows as NaN. The standard deviation is √(Σ(x - mean)²/n),
 * as NumPy's `std`.
 *
 * @throws TypeError, RangeError if flat does not hold exactly the template's elements
 * @example
 * tableOf({ w: [3, 2], b: 2 });
 * // path  shape   size  index
 * // w     [3, 2]     6  0..5
 * // b     [2]        2  6..7
 * //                  8
 */
export function tableOf(template: Template | Layout, flat?: FlatOn<FlatData>): string {
  const call = "tableOf";
  const { slots, size } = resolve(call, template);
  const elements = flat === undefined ? undefined : readFlat(call, "flat", flat, size);
  if (elements !== undefined) checkNumbers(call, "flat", elements);
  const figures = (part: Pick<Slot, "offset" | "size">): string[] =>
    elements === undefined ? [] : figuresOf(elements, part);
  const rows = [
    ["path", "shape", "size", "index", ...(elements === undefined ? [] : FIGURES)],
    ...slots.map((slot) => [slot.path, ...placeOf(slot), ...figures(slot)]),
    ["", "", String(size), "", ...figures({ offset: 0, size })],
  ];
  return alignedText(rows, isNumber);
}

const FIGURES = ["mean", "std", "min", "max"];

const placeOf = ({ shape, offset, size }: Slot): string[] => [
  shapeText(shape),
  String(size),
  size === 0 ? "none" : `${offset}..${offset + size - 1}`,
];

/** Mean, standard deviation, smallest and largest of a part; nothing for a part without elements. */
function figuresOf(
  { data, offset, stride }: Elements,
  part: Pick<Slot, "offset" | "size">,
): string[] {
  if (part.size === 0) return FIGURES.map(() => "");
  const values = Array.from(
    { length: part.size },
    (_, i) => data[offset + (part.offset + i) * stride]!,
  );
  const mean = values.reduce((sum, x) => sum + x, 0) / part.size;
  // A second pass: the mean of squares minus the squared mean would lose all its digits.
  const variance = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / part.size;
  const smallest = values.reduce((a, b) => Math.min(a, b));
  const largest = values.reduce((a, b) => Math.max(a, b));
  return [mean, Math.sqrt(variance), smallest, largest].map((x) => short(x, 4));
}

/** Path, shape and index are words. */
const isNumber = (column: number): boolean => column === 2 || column > 3;
