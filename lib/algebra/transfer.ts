import type { NdArray } from "ndarray";
import { checkFilled, readFlat } from "../internal/read-flat.ts";
import type { FlatData } from "../internal/arrays.ts";
import { layoutOf, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";

/** What `transfer` did, in layout order. */
export interface Transferred {
  /** The paths that both have with the same shape. */
  readonly copied: readonly string[];
  /** The paths of `to` that `from` does not have. */
  readonly missing: readonly string[];
  /** The paths of `from` that `to` does not have. */
  readonly extra: readonly string[];
  /** The paths that both have with different shapes: nothing was copied there. */
  readonly mismatched: readonly Mismatch[];
}

interface Mismatch {
  readonly path: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

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
  const partners = new Map(source.slots.map((slot) => [slot.path, slot]));
  const copied: string[] = [];
  const missing: string[] = [];
  const mismatched: Mismatch[] = [];
  for (const { path, shape, offset, size } of target.slots) {
    const partner = partners.get(path);
    partners.delete(path);
    if (partner === undefined) missing.push(path);
    else if (String(partner.shape) !== String(shape)) {
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

const sharesMemory = (a: FlatData, b: FlatData): boolean =>
  a === b || (!Array.isArray(a) && !Array.isArray(b) && a.buffer === b.buffer);
