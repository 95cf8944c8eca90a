/** A template read from values: the shapes are those of the numbers that are there. */
import type { NdArray, TypedArray } from "ndarray";
import { isNdArray, isTypedArray, nameOf, type FlatData } from "./incoming.ts";
import { layoutOf } from "./layout.ts";
import { eachValue, isNested, shapeOfValues, type LeafValues, type Nested } from "./leaf-values.ts";
import type { AnyTree } from "./structure.ts";
import { isPlainObject, joinPath, MAX_DEPTH, type Subtree, type Template } from "./template.ts";

/** Values in a structure, as a template is shapes in a structure. */
export type Values =
  readonly AnyTree<LeafValues>[] | { readonly [key: string]: AnyTree<LeafValues> };

/**
 * The template of values: as many axes as there are nested arrays, of unknown length.
 *
 * @example
 * TemplateOf<{ w: number[][]; scale: number }> //=> { w: [number, number]; scale: [] }
 */
export type TemplateOf<V> = { readonly [Key in keyof V]: SubtreeOf<V[Key]> };

type SubtreeOf<V> =
  AnyTree<LeafValues> extends V
    ? Subtree
    : V extends TypedArray
      ? readonly [number]
      : V extends NdArray<FlatData>
        ? readonly number[]
        : V extends Nested
          ? ShapeOf<V>
          : TemplateOf<V>;

type ShapeOf<V> = Nested extends V
  ? readonly number[]
  : V extends readonly (infer Row)[]
    ? readonly [number, ...ShapeOf<Row>]
    : readonly [];

/**
 * The template of values: a number is a scalar, nested arrays have an axis for each depth, typed
 * arrays and ndarrays have their own. At the root an array is a list; below it, an array that
 * holds nothing but numbers, however nested, is one leaf, and any other array is a list.
 *
 * @throws TypeError, RangeError with the path where something is no value or arrays are ragged
 * @example
 * templateOf({ w: [[1, 2], [3, 4], [5, 6]], scale: 0.5 }); //=> { w: [3, 2], scale: [] }
 */
export function templateOf<const V extends Values>(values: V): TemplateOf<V> {
  return layoutOf(readBranch(values, "", 0) as Template).template as unknown as TemplateOf<V>;
}

function readSubtree(value: unknown, path: string, depth: number): Subtree {
  if (!isNdArray<FlatData>(value) && !isTypedArray(value) && !isNested(value)) {
    return readBranch(value, path, depth);
  }
  const shape = shapeOfValues(value);
  eachValue("templateOf", path, shape, value, () => {});
  return shape;
}

function readBranch(branch: unknown, path: string, depth: number): Subtree {
  if (!Array.isArray(branch) && !isPlainObject(branch)) {
    const place = path === "" ? "the values" : path;
    const need = path === "" ? "a list or a record" : "numbers, a list or a record";
    throw new TypeError(`templateOf: ${place} must be ${need}, got ${nameOf(branch)}`);
  }
  if (depth === MAX_DEPTH) throw new RangeError(`templateOf: ${path}: depth must be at most 64`);
  const read = (entry: unknown, key: string | number): Subtree =>
    readSubtree(entry, joinPath(path, key), depth + 1);
  return Array.isArray(branch)
    ? Array.from(branch, read)
    : Object.fromEntries(Object.entries(branch).map(([key, entry]) => [key, read(entry, key)]));
}
