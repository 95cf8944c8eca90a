/** A template beside a file: which leaf is which tensor, by path. */
import type { Layout, Slot } from "../../../layout.ts";
import { holdsFloats } from "../../internal/typed-arrays.ts";
import type { Entry } from "./entries.ts";
import type { Header } from "../parse-header.ts";

/** What is copied by path, and what is not. */
export interface Report {
  readonly copied: readonly string[];
  /** In the template, not in the file. */
  readonly missing: readonly string[];
  /** In the file, not in the template. */
  readonly extra: readonly string[];
  /** In both, but of another shape, or no floats in the file. */
  readonly mismatched: readonly string[];
}

export type Pair = readonly [slot: Slot, entry: Entry];

/** The leaves that find their tensor, and a report on all. */
export function match(
  { slots }: Layout,
  { entries }: Header,
): { pairs: readonly Pair[]; report: Report } {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const pairs: Pair[] = [];
  const missing: string[] = [];
  const mismatched: string[] = [];
  for (const slot of slots) {
    const entry = byName.get(slot.path);
    if (entry === undefined) missing.push(slot.path);
    else if (holdsFloats(entry.dtype) && isSameShape(entry, slot)) pairs.push([slot, entry]);
    else mismatched.push(slot.path);
    byName.delete(slot.path);
  }
  const copied = pairs.map(([{ path }]) => path);
  return { pairs, report: { copied, missing, extra: [...byName.keys()], mismatched } };
}

/** What keeps a template and a file apart, in a line; undefined where nothing does. */
export function differenceOf(
  { slots }: Layout,
  { entries }: Header,
  { missing, extra, mismatched }: Report,
): string | undefined {
  const inFile = (path: string): string => {
    const { shape } = slots.find((slot) => slot.path === path)!;
    const entry = entries.find(({ name }) => name === path)!;
    return `${path} needs [${shape.join(", ")}], the file has ${entry.dtype} [${entry.shape.join(", ")}]`;
  };
  const parts = [
    listOf("missing", missing),
    listOf("extra", extra),
    listOf("mismatched", mismatched.slice(0, SHOWN).map(inFile), mismatched.length),
  ];
  const found = parts.filter((part) => part !== "");
  return found.length === 0 ? undefined : found.join("; ");
}

/** Names in a message, at most. */
const SHOWN = 5;

function listOf(title: string, names: readonly string[], count = names.length): string {
  if (count === 0) return "";
  const more = count > SHOWN ? ` and ${count - SHOWN} more` : "";
  return `${title}: ${names.slice(0, SHOWN).join(", ")}${more}`;
}

const isSameShape = (a: Pick<Slot, "shape">, b: Pick<Slot, "shape">): boolean =>
  a.shape.length === b.shape.length && a.shape.every((axis, i) => axis === b.shape[i]);
