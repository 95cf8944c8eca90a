import { nameOf } from "./incoming.ts";
import type { Layout, Slot } from "./layout.ts";
import { suggest } from "./nearest.ts";

const tables = new WeakMap<Layout, Map<string, Slot>>();

/**
 * The slot of a leaf by its path, found in a table that is made once per layout.
 *
 * @throws RangeError naming the nearest path where no leaf has this one
 */
export function slotAt(call: string, layout: Layout, path: string): Slot {
  let table = tables.get(layout);
  if (table === undefined) {
    tables.set(layout, (table = new Map(layout.slots.map((slot) => [slot.path, slot]))));
  }
  const slot = table.get(path);
  if (slot !== undefined) return slot;
  throw new RangeError(`${call}: no leaf ${nameOf(path)}${suggest(path, table.keys())}`);
}
