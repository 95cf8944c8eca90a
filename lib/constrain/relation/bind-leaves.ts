/** Constraints by path become maps by leaf. */
import { slotsUnder } from "../../algebra/internal/find-slots.ts";
import { wrongKind } from "../../internal/messages.ts";
import { labelAt, resolve, type Layout, type Slot } from "../../layout.ts";
import { isPlainObject, type Template } from "../../template.ts";
import { treeOf } from "../../tree.ts";
import { isConstraint, runsOf, type Constraint } from "../maps/constraint.ts";
import { identityMap } from "../maps/identity-map.ts";
import { joinMaps, type Part } from "../maps/join-maps.ts";
import type { RunMap } from "../maps/run-map.ts";
import { placeFor } from "./place.ts";

/** Two layouts and the map from one flat of the first to one of the second. */
export interface Plan {
  readonly free: Layout;
  readonly values: Layout;
  readonly map: RunMap;
  /** The paths of the leaves that have a constraint. */
  readonly constrained: readonly string[];
}

export function planOf(template: Template | Layout, constraints: unknown): Plan {
  const values = resolve("constrain", template);
  const bySlot = constraintsBySlot(values, constraints);
  const bound = new Map(values.slots.map((slot) => [slot, bindTo(values, slot, bySlot.get(slot))]));
  const free = resolve(
    "constrain",
    treeOf(values, (slot) => bound.get(slot)!.freeShape) as Template,
  );
  const parts = values.slots.map((slot, i): Part => {
    const { map, runs } = bound.get(slot)!;
    const own = free.slots[i]!;
    return {
      map,
      runs,
      valuesOffset: slot.offset,
      valuesSize: runs === 0 ? 0 : slot.size / runs,
      freeOffset: own.offset,
      freeSize: runs === 0 ? 0 : own.size / runs,
    };
  });
  const constrained = values.slots.filter((slot) => bySlot.has(slot)).map(({ path }) => path);
  return { free, values, map: joinMaps(parts), constrained: Object.freeze(constrained) };
}

function constraintsBySlot(values: Layout, constraints: unknown): Map<Slot, Constraint> {
  if (!isPlainObject(constraints)) {
    throw wrongKind("constrain", "constraints", "be a record of constraints by path", constraints);
  }
  const found = new Map<Slot, Constraint>();
  const sources = new Map<Slot, string>();
  for (const [path, constraint] of Object.entries<unknown>(
    constraints as Record<string, unknown>,
  )) {
    const slots = slotsUnder("constrain", values, path);
    if (!isConstraint(constraint))
      throw wrongKind("constrain", path, "be a constraint", constraint);
    for (const slot of slots) {
      const other = sources.get(slot);
      if (other !== undefined) {
        const both = `${JSON.stringify(other)} and ${JSON.stringify(path)}`;
        throw new RangeError(`constrain: ${slot.path} has two constraints, by ${both}`);
      }
      sources.set(slot, path);
      found.set(slot, constraint);
    }
  }
  return found;
}

interface Bound {
  readonly map: RunMap;
  readonly runs: number;
  readonly freeShape: readonly number[];
}

function bindTo(values: Layout, slot: Slot, constraint: Constraint | undefined): Bound {
  const { path, shape, size, offset } = slot;
  if (constraint === undefined) return { map: identityMap(size), runs: 1, freeShape: shape };
  const labelOfElement = (index: number): string => labelAt(values, offset + index);
  const leaf = { path, shape, size, labelAt: labelOfElement };
  const { n, runs, freeShape } = runsOf(constraint, leaf);
  return { map: constraint.bind(leaf, n), runs, freeShape };
}

/** The arguments of the transforms of a plan. */
export const placesOf = ({ free, values }: Plan) => ({
  y: placeFor("y", free.size),
  x: placeFor("x", values.size),
  gx: placeFor("gx", values.size),
  gy: placeFor("gy", free.size),
});
