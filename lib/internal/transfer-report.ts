/**
 * Finds the leaves that two models share by path, and reports on them. `transfer` copies between
 * flats, `load` and `open` copy from a file; all three return this report.
 */
import { sameShape } from "./checks.ts";
import { shapeText } from "./messages.ts";

/**
 * A report on a copy by path. The source is a flat or a file, the target is always a flat. If names
 * are translated, `extra` has the source's own names, and all other lists have the target's paths.
 */
export interface Transferred {
  /** Paths that both have with the same shape, in the target's order. */
  readonly copied: readonly string[];
  /** Paths of the target that the source does not have. */
  readonly missing: readonly string[];
  /** Paths of the source that the target does not have. */
  readonly extra: readonly string[];
  /** Paths that both have, but that do not fit. Nothing was copied there. */
  readonly mismatched: readonly Mismatch[];
}

export interface Mismatch {
  readonly path: string;
  /** The shape in the source. */
  readonly from: readonly number[];
  /** The shape in the target. */
  readonly to: readonly number[];
  /** Only if a file's tensor does not hold floats: its data type there, such as `"I32"`. */
  readonly dtype?: string;
}

interface Shaped {
  readonly shape: readonly number[];
}

/**
 * Pairs each leaf of `to` with the source of the same path. `unfit` returns the data type of a
 * source that cannot be copied, whatever its shape is; `nameAt` the source's name for a path.
 */
export function matchByPath<From extends Shaped, To extends Shaped & { readonly path: string }>(
  from: ReadonlyMap<string, From>,
  to: readonly To[],
  unfit: (source: From) => string | undefined = () => undefined,
  nameAt: (path: string) => string = (path) => path,
): { pairs: readonly (readonly [from: From, to: To])[]; report: Transferred } {
  const pairs: [From, To][] = [];
  const missing: string[] = [];
  const mismatched: Mismatch[] = [];
  const extra = new Set(from.keys());
  for (const target of to) {
    const { path, shape } = target;
    const name = nameAt(path);
    const source = from.get(name);
    extra.delete(name);
    if (source === undefined) {
      missing.push(path);
      continue;
    }
    const dtype = unfit(source);
    if (dtype !== undefined) mismatched.push({ path, from: source.shape, to: shape, dtype });
    else if (sameShape(source.shape, shape)) pairs.push([source, target]);
    else mismatched.push({ path, from: source.shape, to: shape });
  }
  const copied = pairs.map(([, { path }]) => path);
  return { pairs, report: { copied, missing, extra: [...extra], mismatched } };
}

/** All that was not copied from `source`, in one line; undefined if everything was. */
export function differenceText(
  source: string,
  { missing, extra, mismatched }: Transferred,
  nameAt: (path: string) => string = (path) => path,
): string | undefined {
  const shown = (path: string): string => {
    const name = nameAt(path);
    return name === path ? path : `${path} (${name} in ${source})`;
  };
  const faults = mismatched.map(({ path, from, to, dtype }) => {
    const found = dtype === undefined ? shapeText(from) : `${dtype} ${shapeText(from)}`;
    return `${shown(path)} needs ${shapeText(to)}, ${source} has ${found}`;
  });
  const parts = [
    listText("missing", missing.map(shown)),
    listText("extra", extra),
    listText("mismatched", faults),
  ].filter((part) => part !== "");
  return parts.length === 0 ? undefined : parts.join("; ");
}

/** The most names that a message lists of each kind. */
const SHOWN = 5;

function listText(title: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  return `${title}: ${names.slice(0, SHOWN).join(", ")}${more}`;
}
