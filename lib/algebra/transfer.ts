import { isBigInts, tagOf, type FlatData } from "../internal/arrays.ts";
import { nameOf, wrongKind, wrongNumber } from "../internal/messages.ts";
import { shareMemory } from "../internal/overlap.ts";
import { checkNumbers, readFlat, type Elements, type FlatOn } from "../internal/read-flat.ts";
import { matchByPath, type Transferred } from "../internal/transfer-report.ts";
import { resolve, type Layout, type Slot } from "../layout.ts";
import type { Template } from "../template.ts";

export type { Transferred };

/**
 * Copies the leaves that two templates share, by path, from one flat to another: a warm start for
 * a model that has grown, lost or reordered parts. A leaf without a partner of the same shape stays
 * as it is and is reported. The flats may overlap, but not through two SharedArrayBuffer objects over
 * one memory, which JavaScript cannot tell from two memories.
 *
 * @throws TypeError, RangeError, before anything is written, if a flat does not fit its template or
 *   `from` holds something else than numbers, if they are floats and `to` holds integers, or if an
 *   integer is out of the range of those in `to`
 * @example
 * const { missing, mismatched } = transfer(trained, old, flat, template);
 */
export function transfer(
  from: FlatOn<FlatData>,
  fromTemplate: Template | Layout,
  to: FlatOn<FlatData>,
  toTemplate: Template | Layout,
): Transferred {
  const call = "transfer";
  const source = resolve(call, fromTemplate);
  const target = resolve(call, toTemplate);
  const origin = readFlat(call, "from", from, source.size);
  checkNumbers(call, "from", origin);
  const goal = readFlat(call, "to", to, target.size);
  checkWritable(call, origin.data, goal.data);
  const { pairs, report } = matchByPath(byPath(source), target.slots);
  for (const [partner] of pairs) checkRange(call, origin, partner, goal.data);
  const values = shareMemory(origin.data, goal.data) ? origin.data.slice() : origin.data;
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

/** Refuses a target that would throw in the middle of the copy, or would cut numbers to integers. */
function checkWritable(call: string, from: FlatData, to: FlatData): void {
  if (Array.isArray(to) ? Object.isFrozen(to) : isBigInts(to)) {
    throw wrongKind(call, "to", "take numbers", to);
  }
  if (holdsFractions(from) && !holdsFractions(to)) {
    throw wrongKind(call, "to", "hold floats, as from does", to);
  }
}

/** Refuses an integer of a leaf that integers of another kind would wrap around: 300 as 44. */
function checkRange(
  call: string,
  { data, offset, stride }: Elements,
  leaf: Slot,
  to: FlatData,
): void {
  if (holdsFractions(to) || tagOf(data) === tagOf(to)) return;
  const held = to.slice(0, 1);
  for (let i = leaf.offset; i < leaf.offset + leaf.size; i++) {
    const value = data[offset + i * stride]!;
    held[0] = value;
    if (held[0] !== value) throw wrongNumber(call, `from[${i}]`, `fit into ${nameOf(to)}`, value);
  }
}

const holdsFractions = (data: FlatData): boolean =>
  Array.isArray(data) || tagOf(data)!.startsWith("Float");
