import type { NdArray } from "ndarray";
import { checkFilled, readFlat } from "../internal/read-flat.ts";
import type { FlatData } from "../internal/arrays.ts";
import { layoutOf, type Layout, type Slot } from "../layout.ts";
import { matchByPath, type Transferred } from "../internal/transfer-report.ts";
import type { Template } from "../template.ts";

export type { Transferred };

/**
 * Copies the leaves that two templates share, by path, from one flat to another: a warm start for
 * a model that has grown, lost or reordered parts. Leaves without a partner of the same shape are
 * left as they are and reported. The flats may overlap.
 *
 * @throws TypeError, RangeError, before anything is written, where a flat does not fit, or where
 *   `from` is a plain Array with a hole
 * @example
 * const { missing, mismatched } = transfer(trained, old, flat, template);
 */
export function transfer(
  from: FlatData | NdArray<FlatData>,
  fromTemplate: Template | Layout,
  to: FlatData | NdArray<FlatData>,
  toTemplate: Template | Layout,
): Transferred {
  const source = layoutOf(fromTemplate);
  const target = layoutOf(toTemplate);
  const origin = readFlat("transfer", "from", from, source.size);
  checkFilled("transfer", "from", origin);
  const goal = readFlat("transfer", "to", to, target.size);
  const values = sharesMemory(origin.data, goal.data) ? origin.data.slice() : origin.data;
  const { pairs, report } = matchByPath(byPath(source), target.slots);
  for (const [partner, { offset, size }] of pairs) {
    for (let i = 0; i < size; i++) {
      goal.data[goal.offset + (offset + i) * goal.stride] =
        values[origin.offset + (partner.offset + i) * origin.stride]!;
    }
  }
  return report;
}

const byPath = ({ slots }: Layout): ReadonlyMap<string, Slot> =>
  new Map(slots.map((slot) => [slot.path, slot]));

const sharesMemory = (a: FlatData, b: FlatData): boolean =>
  a === b || (!Array.isArray(a) && !Array.isArray(b) && a.buffer === b.buffer);
