/**
 * The grammar of templates: shapes in a structure. A template is read once, checked, deep-copied
 * and frozen, and nothing after this file looks at the user's own object again.
 */
import { checkAxisLength } from "./internal/checks.ts";
import { wrongKind, wrongNumber } from "./internal/messages.ts";

/** Axis lengths of one leaf: `[784, 10]` a matrix, `[]` a scalar; `10` is short for `[10]`. */
export type Shape = number | readonly number[];

/** An entry below the root: an array of numbers is a shape, and any other array is a list. */
export type Subtree = Shape | readonly Subtree[] | { readonly [key: string]: Subtree };

/**
 * Shapes in a structure. At the root an array is a list, so `[[784, 10], 10]` is a matrix and a
 * vector and `[10, 10]` is two vectors; a plain object is a record, laid out in insertion order.
 */
export type Template = readonly Subtree[] | { readonly [key: string]: Subtree };

/**
 * True for a type that says no more than "some template". The empty record `{}` is excluded: every
 * template extends it, since it is the type of all values but null and undefined.
 */
export type IsWide<Tree> = [Extract<Tree, readonly unknown[]>] extends [never]
  ? false
  : Template extends Tree
    ? true
    : false;

/** A shape with its place in the template. */
export interface Leaf {
  readonly path: string;
  readonly shape: readonly number[];
}

/** ndarray generates code for each rank: rank 128 takes 0.4 s, rank 1000 takes 40 s. */
export const MAX_RANK = 32;

/** The trees are walked by recursion. */
export const MAX_DEPTH = 64;

/** A subtree that is shared over many levels would otherwise stand for any number of entries. */
const MAX_ENTRIES = 2 ** 20;

/** The path of an entry of the list or record at `path`; the root has the empty path. */
export const joinPath = (path: string, key: string | number): string =>
  path === "" ? `${key}` : `${path}.${key}`;

/** The beginning of a message of the public function `call` about the list or record at `path`. */
const placeOf = (call: string, path: string): string => (path === "" ? call : `${call}: ${path}`);

/** Whether a subtree (below the root) is a leaf. An array with a hole is none. */
export function isShape(subtree: unknown): subtree is Shape {
  if (!Array.isArray(subtree)) return typeof subtree === "number";
  for (let i = 0; i < subtree.length; i++) if (typeof subtree[i] !== "number") return false;
  return true;
}

/** The number of entries that the public function `call` has met so far. */
export interface Counting {
  readonly call: string;
  entries: number;
}

/** The state of reading one template: all that was met so far. */
interface Reading extends Counting {
  readonly leaves: Leaf[];
  readonly ancestors: object[];
}

/** Counts the entries of the list or record at `path`, and refuses them if there are too many. */
export function countEntries(counting: Counting, path: string, branch: object): void {
  counting.entries += Object.keys(branch).length;
  if (counting.entries <= MAX_ENTRIES) return;
  const need = `a template must have at most ${MAX_ENTRIES} entries`;
  throw new RangeError(`${placeOf(counting.call, path)}: ${need}`);
}

/**
 * Checks a template for the public function `call`; returns a frozen copy and its leaves in layout
 * order.
 *
 * A program reads its template once, and a function that is called for the first time costs more
 * than what it does. So there are few functions here, no closures and no regular expressions.
 */
export function readTemplate(call: string, template: unknown): { copy: Template; leaves: Leaf[] } {
  const reading: Reading = { call, leaves: [], ancestors: [], entries: 0 };
  return { copy: readBranch(reading, template, ""), leaves: reading.leaves };
}

function readSubtree(reading: Reading, subtree: unknown, path: string): Subtree {
  const { call } = reading;
  if (!isShape(subtree)) return readBranch(reading, subtree, path);
  const place = `${call}: ${path}`;
  const copy: number[] = [];
  for (const axis of typeof subtree === "number" ? [subtree] : subtree) {
    checkAxisLength(place, axis);
    copy.push(axis + 0); // -0 becomes 0
  }
  checkRank(place, copy.length);
  const shape = Object.freeze(copy);
  reading.leaves.push({ path, shape });
  return typeof subtree === "number" ? shape[0]! : shape;
}

function readBranch(reading: Reading, branch: unknown, path: string): Template {
  const { call, ancestors } = reading;
  if (!Array.isArray(branch) && !isPlainObject(branch)) {
    throw path === ""
      ? wrongKind(call, "the template", "be a list or a record", branch)
      : wrongKind(call, path, "be a shape, a list or a record", branch);
  }
  if (ancestors.includes(branch)) {
    throw new RangeError(`${call}: ${path}: the template contains itself`);
  }
  if (ancestors.length === MAX_DEPTH) {
    throw new RangeError(`${call}: ${path}: depth must be at most ${MAX_DEPTH}`);
  }
  countEntries(reading, path, branch);
  ancestors.push(branch);
  const copy = Array.isArray(branch)
    ? readList(reading, branch, path)
    : readRecord(reading, branch as Readonly<Record<string, unknown>>, path);
  ancestors.pop();
  return Object.freeze(copy);
}

function readList(reading: Reading, list: readonly unknown[], path: string): Subtree[] {
  checkHoles(reading.call, list, path);
  const copy: Subtree[] = [];
  for (let i = 0; i < list.length; i++) {
    copy.push(readSubtree(reading, list[i], joinPath(path, i)));
  }
  return copy;
}

function readRecord(
  reading: Reading,
  record: Readonly<Record<string, unknown>>,
  path: string,
): { [key: string]: Subtree } {
  for (const key of Reflect.ownKeys(record)) checkKey(reading.call, key, path);
  const copy: { [key: string]: Subtree } = {};
  for (const key of Object.keys(record)) {
    copy[key] = readSubtree(reading, record[key], joinPath(path, key));
  }
  return copy;
}

/** Refuses more axes than a view may have; `place` names the call and the leaf. */
export function checkRank(place: string, rank: number): void {
  if (rank > MAX_RANK) throw wrongNumber(place, "rank", `be at most ${MAX_RANK}`, rank);
}

function checkHoles(call: string, array: readonly unknown[], path: string): void {
  for (let i = 0; i < array.length; i++) {
    if (!Object.hasOwn(array, i)) {
      throw new TypeError(`${call}: ${joinPath(path, i)}: the array has a hole here`);
    }
  }
}

function checkKey(call: string, key: string | symbol, path: string): void {
  const fault =
    typeof key === "symbol"
      ? "is not a string"
      : key === ""
        ? "is empty"
        : isInteger(key)
          ? "is an integer, and engines reorder those; use a list"
          : key.includes(".") || key.includes("[") || key.includes("]")
            ? "contains '.', '[' or ']', which paths and labels need"
            : key === "__proto__" || key === "__metadata__"
              ? "is reserved"
              : undefined;
  if (fault === undefined) return;
  const quoted = typeof key === "symbol" ? String(key) : JSON.stringify(key);
  throw new RangeError(`${placeOf(call, path)}: the record key ${quoted} ${fault}`);
}

/** Whether a key is written as an index is: digits without a zero in front. */
function isInteger(key: string): boolean {
  for (let i = 0; i < key.length; i++) if (key[i]! < "0" || key[i]! > "9") return false;
  return key === "0" || key[0] !== "0";
}

/** Whether the prototype is null or the `Object.prototype` of any realm. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "valueOf"))
  );
}
