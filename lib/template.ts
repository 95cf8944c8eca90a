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

/** Whether a subtree (below the root) is a leaf. */
export const isShape = (subtree: unknown): subtree is Shape =>
  typeof subtree === "number" ||
  (Array.isArray(subtree) && subtree.every((axis) => typeof axis === "number"));

/**
 * Checks a template for the public function `call`; returns a frozen copy and its leaves in layout
 * order.
 */
export function readTemplate(call: string, template: unknown): { copy: Template; leaves: Leaf[] } {
  const leaves: Leaf[] = [];
  const ancestors: object[] = [];
  let entries = 0;

  function readSubtree(subtree: unknown, path: string): Subtree {
    if (++entries > MAX_ENTRIES) {
      throw new RangeError(`${call}: ${path}: a template must have at most ${MAX_ENTRIES} entries`);
    }
    if (Array.isArray(subtree)) checkHoles(call, subtree, path);
    if (!isShape(subtree)) return readBranch(subtree, path);
    const shape = typeof subtree === "number" ? [subtree] : subtree;
    const copy = Object.freeze(shape.map((axis) => readAxis(`${call}: ${path}`, axis)));
    checkRank(`${call}: ${path}`, copy.length);
    leaves.push({ path, shape: copy });
    return typeof subtree === "number" ? copy[0]! : copy;
  }

  function readBranch(branch: unknown, path: string): Template {
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
    ancestors.push(branch);
    const copy = Array.isArray(branch) ? readList(branch, path) : readRecord(branch, path);
    ancestors.pop();
    return Object.freeze(copy);
  }

  function readList(list: readonly unknown[], path: string): Subtree[] {
    checkHoles(call, list, path);
    return list.map((entry, i) => readSubtree(entry, joinPath(path, i)));
  }

  function readRecord(record: object, path: string): { [key: string]: Subtree } {
    const copy: { [key: string]: Subtree } = {};
    for (const key of Reflect.ownKeys(record)) checkKey(call, key, path);
    for (const [key, entry] of Object.entries(record)) {
      copy[key] = readSubtree(entry, joinPath(path, key));
    }
    return copy;
  }

  return { copy: readBranch(template, ""), leaves };
}

function readAxis(place: string, axis: number): number {
  checkAxisLength(place, axis);
  return axis + 0; // -0 becomes 0
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
        : /^(0|[1-9]\d*)$/.test(key)
          ? "is an integer, and engines reorder those; use a list"
          : /[.[\]]/.test(key)
            ? "contains '.', '[' or ']', which paths and labels need"
            : key === "__proto__" || key === "__metadata__"
              ? "is reserved"
              : undefined;
  if (fault === undefined) return;
  const place = path === "" ? call : `${call}: ${path}`;
  const quoted = typeof key === "symbol" ? String(key) : JSON.stringify(key);
  throw new RangeError(`${place}: the record key ${quoted} ${fault}`);
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
