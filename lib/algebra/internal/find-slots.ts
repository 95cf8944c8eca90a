/** The way from a path to its slots. The error for a misspelt path names the nearest one. */
import { nameOf, wrongKind } from "../../internal/messages.ts";
import { suggest } from "../../internal/nearest.ts";
import type { Layout, Slot } from "../../layout.ts";
import { isShape, joinPath, type Subtree } from "../../template.ts";

const tables = new WeakMap<Layout, Map<string, Slot>>();

/**
 * Finds the slot of a leaf by its path, in a table that is made once for each layout.
 *
 * @throws RangeError naming the nearest path if no leaf has this one
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

/** The slots of the leaves at and below a path, in layout order. */
export function slotsUnder(call: string, layout: Layout, path: string): readonly Slot[] {
  subtreeAt(call, layout, path);
  return layout.slots.filter((slot) => slot.path === path || slot.path.startsWith(`${path}.`));
}

/** The subtree of a template at a path. */
export function subtreeAt(call: string, layout: Layout, path: unknown): Subtree {
  if (typeof path !== "string") throw wrongKind(call, "path", "be a string", path);
  let subtree: Subtree = layout.template;
  for (const key of path.split(".")) {
    const isLeaf = subtree !== layout.template && isShape(subtree);
    const entries: [string, Subtree][] = isLeaf ? [] : Object.entries(subtree);
    const entry = entries.find(([own]) => own === key);
    if (entry === undefined) {
      throw new RangeError(`${call}: no entry ${nameOf(path)}${suggest(path, entriesOf(layout))}`);
    }
    subtree = entry[1];
  }
  return subtree;
}

/** The paths of the leaves, and of the lists and records that contain them. */
function entriesOf({ slots }: Layout): Set<string> {
  const paths = new Set<string>();
  for (const slot of slots) {
    let path = "";
    for (const key of slot.path.split(".")) paths.add((path = joinPath(path, key)));
  }
  return paths;
}
