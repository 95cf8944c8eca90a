/**
 * What a user may write: shapes in a structure. A template is read once, checked, deep-copied and
 * frozen; nothing after this file looks at the user's own object again.
 */
import { checkAxisLength, nameOf } from "./internal/checks.ts";

/** Axis lengths of one leaf: `[784, 10]` a matrix, `[]` a scalar; `10` is short for `[10]`. */
export type Shape = number | readonly number[];

/** Anything below the root: an array of numbers is a shape, any other array a list. */
export type Subtree = Shape | readonly Subtree[] | { readonly [key: string]: Subtree };

/**
 * Shapes in a structure. At the root an array is a list, so `[[784, 10], 10]` is a matrix and a
 * vector and `[10, 10]` is two vectors; a plain object is a record, laid out in insertion order.
 */
export type Template = readonly Subtree[] | { readonly [key: string]: Subtree };

/**
 * True for what is only known to be some template. An empty record is not, although any template
 * extends `{}`, the type of all values but null and undefined.
 */
export type IsWide<Tree> = [Extract<Tree, readonly unknown[]>] extends [never]
  ? false
  : Template extends Tree
    ? true
    : false;

export interface Leaf {
  readonly path: string;
  readonly shape: readonly number[];
}

const MAX_RANK = 32;
export const MAX_DEPTH = 64;

/** The path of an entry of the list or record at `path`; the root has the empty path. */
export const joinPath = (path: string, key: string | number): string =>
  path === "" ? `${key}` : `${path}.${key}`;

/** Whether a subtree (below the root) is a leaf. */
export const isShape = (subtree: unknown): subtree is Shape =>
  typeof subtree === "number" ||
  (Array.isArray(subtree) && subtree.every((axis) => typeof axis === "number"));

/** Checks a template; returns a frozen copy and its leaves in layout order. */
export function readTemplate(template: unknown): { copy: Template; leaves: Leaf[] } {
  const leaves: Leaf[] = [];
  const ancestors: object[] = [];

  function readSubtree(subtree: unknown, path: string): Subtree {
    if (Array.isArray(subtree)) checkHoles(subtree, path);
    if (!isShape(subtree)) return readBranch(subtree, path);
    const shape = typeof subtree === "number" ? [subtree] : subtree;
    const copy = Object.freeze(shape.map((axis) => readAxis(axis, path)));
    if (copy.length > MAX_RANK) {
      throw new RangeError(`layoutOf: ${path}: rank must be at most 32, got ${copy.length}`);
    }
    leaves.push({ path, shape: copy });
    return typeof subtree === "number" ? copy[0]! : copy;
  }

  function readBranch(branch: unknown, path: string): Template {
    if (!Array.isArray(branch) && !isPlainObject(branch)) {
      const place = path === "" ? "the template" : path;
      const need = path === "" ? "a list or a record" : "a shape, a list or a record";
      throw new TypeError(`layoutOf: ${place} must be ${need}, got ${nameOf(branch)}`);
    }
    if (ancestors.includes(branch)) {
      throw new RangeError(`layoutOf: ${path}: the template contains itself`);
    }
    if (ancestors.length === MAX_DEPTH) {
      throw new RangeError(`layoutOf: ${path}: depth must be at most 64`);
    }
    ancestors.push(branch);
    const copy = Array.isArray(branch) ? readList(branch, path) : readRecord(branch, path);
    ancestors.pop();
    return Object.freeze(copy);
  }

  function readList(list: readonly unknown[], path: string): Subtree[] {
    checkHoles(list, path);
    return list.map((entry, i) => readSubtree(entry, joinPath(path, i)));
  }

  function readRecord(record: object, path: string): { [key: string]: Subtree } {
    const copy: { [key: string]: Subtree } = {};
    for (const key of Reflect.ownKeys(record)) checkKey(key, path);
    for (const [key, entry] of Object.entries(record)) {
      copy[key] = readSubtree(entry, joinPath(path, key));
    }
    return copy;
  }

  return { copy: readBranch(template, ""), leaves };
}

function readAxis(axis: number, path: string): number {
  checkAxisLength(`layoutOf: ${path}`, axis);
  return axis + 0; // -0 becomes 0
}

function checkHoles(array: readonly unknown[], path: string): void {
  for (let i = 0; i < array.length; i++) {
    if (!Object.hasOwn(array, i)) {
      throw new TypeError(`layoutOf: ${joinPath(path, i)}: the array has a hole here`);
    }
  }
}

function checkKey(key: string | symbol, path: string): void {
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
  const quoted = typeof key === "symbol" ? String(key) : JSON.stringify(key);
  throw new RangeError(
    `layoutOf: ${path === "" ? "" : `${path}: `}the record key ${quoted} ${fault}`,
  );
}

/** Prototype null or `Object.prototype`, that of another realm included. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "valueOf"))
  );
}
