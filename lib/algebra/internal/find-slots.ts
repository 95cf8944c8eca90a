/** The way from a path to its slots. The error for a misspelt path names the nearest one. */
import { nameOf, wrongKind } from "../../internal/messages.ts";
import { suggest } from "../../internal/nearest.ts";
import type { Layout, Slot } from "../../layout.ts";
import { isShape, joinPath, type Subtree } from "../../template.ts";

/** A leaf, a list or a record. Its leaves are the slots from `first` up to `end`. */
interface Entry {
  readonly subtree: Subtree;
  readonly first: number;
  end: number;
}

const tables = new WeakMap<Layout, Map<string, Entry>>();

/**
 * Finds the slot of a leaf by its path.
 *
 * @throws RangeError naming the nearest path if no leaf has this one
 */
export function slotAt(call: string, layout: Layout, path: string): Slot {
  checkPath(call, path);
  const entry = tableFor(layout).get(path);
  if (entry !== undefined && isShape(entry.subtree)) return layout.slots[entry.first]!;
  const leaves = layout.slots.map((slot) => slot.path);
  throw new RangeError(`${call}: no leaf ${nameOf(path)}${suggest(path, leaves)}`);
}

/** The slots of the leaves at and below a path, in layout order. */
export function slotsUnder(call: string, layout: Layout, path: string): readonly Slot[] {
  const { first, end } = entryAt(call, layout, path);
  return layout.slots.slice(first, end);
}

/** The subtree of a template at a path. */
export const subtreeAt = (call: string, layout: Layout, path: string): Subtree =>
  entryAt(call, layout, path).subtree;

function checkPath(call: string, path: unknown): void {
  if (typeof path !== "string") throw wrongKind(call, "path", "be a string", path);
}

function entryAt(call: string, layout: Layout, path: string): Entry {
  checkPath(call, path);
  const table = tableFor(layout);
  const entry = table.get(path);
  if (entry !== undefined) return entry;
  throw new RangeError(`${call}: no entry ${nameOf(path)}${suggest(path, table.keys())}`);
}

/** The table of a layout, which is made at its first use. */
function tableFor(layout: Layout): Map<string, Entry> {
  let table = tables.get(layout);
  if (table === undefined) tables.set(layout, (table = makeTable(layout)));
  return table;
}

function makeTable({ template }: Layout): Map<string, Entry> {
  const table = new Map<string, Entry>();
  let next = 0;
  const visit = (branch: object, path: string): void => {
    for (const [key, subtree] of Object.entries<Subtree>(branch as Record<string, Subtree>)) {
      const entry: Entry = { subtree, first: next, end: next };
      table.set(joinPath(path, key), entry);
      if (isShape(subtree)) next++;
      else visit(subtree, joinPath(path, key));
      entry.end = next;
    }
  };
  visit(template, "");
  return table;
}
