import { isBigInts, type FlatData } from "../internal/arrays.ts";
import { sameShape } from "../internal/checks.ts";
import { wrongKind } from "../internal/messages.ts";
import { shareMemory } from "../internal/overlap.ts";
import { checkNumbers, readFlat, type FlatOn } from "../internal/read-flat.ts";
import { resolve, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";

/** The report of `transfer`, in layout order. */
export interface Transferred {
  /** The paths that both templates have with the same shape. */
  readonly copied: readonly string[];
  /** The paths of `to` that `from` does not have. */
  readonly missing: readonly string[];
  /** The paths of `from` that `to` does not have. */
  readonly extra: readonly string[];
  /** The paths that both have with different shapes; nothing was copied there. */
  readonly mismatched: readonly Mismatch[];
}

interface Mismatch {
  readonly path: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * Copies the leaves that two templates share, by path, from one flat to another: a warm start for
 * a model that has grown, lost or reordered parts. A leaf without a partner of the same shape stays
 * as it is and is reported. The flats may overlap.
 *
 * @throws TypeError, RangeError, before anything is written, if a flat does not fit its template or
 *   `from` holds something else than numbers
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
  checkWritable(call, goal.data);
  const values = shareMemory(origin.data, goal.data) ? origin.data.slice() : origin.data;
  const partners = new Map(source.slots.map((slot) => [slot.path, slot]));
  const copied: string[] = [];
  const missing: string[] = [];
  const mismatched: Mismatch[] = [];
  for (const { path, shape, offset, size } of target.slots) {
    const partner = partners.get(path);
    partners.delete(path);
    if (partner === undefined) missing.push(path);
    else if (!sameShape(partner.shape, shape)) {
      mismatched.push({ path, from: partner.shape, to: shape });
    } else {
      copied.push(path);
      for (let i = 0; i < size; i++) {
        goal.data[goal.offset + (offset + i) * goal.stride] =
          values[origin.offset + (partner.offset + i) * origin.stride]!;
      }
    }
  }
  return { copied, missing, extra: [...partners.keys()], mismatched };
}

/** Refuses a target that would throw in the middle of the copy. */
function checkWritable(call: string, data: FlatData): void {
  if (Array.isArray(data) ? Object.isFrozen(data) : isBigInts(data)) {
    throw wrongKind(call, "to", "take numbers", data);
  }
}
