/** A template read from values: its shapes are those of the values. */
import type { NdArray, TypedArray } from "ndarray";
import { isNdArray, isTypedArray, type FlatData } from "../internal/arrays.ts";
import { wrongKind } from "../internal/messages.ts";
import { resolve, type Layout } from "../layout.ts";
import {
  eachValue,
  isNested,
  shapeOfValues,
  type LeafValues,
  type Nested,
} from "./internal/leaf-values.ts";
import type { AnyTree } from "../tree.ts";
import {
  countEntries,
  isPlainObject,
  joinPath,
  MAX_DEPTH,
  type Counting,
  type Subtree,
  type Template,
} from "../template.ts";

/** Values in a structure; a template is shapes in a structure. */
export type Values =
  | readonly AnyTree<LeafValues>[]
  | { readonly [key: string]: AnyTree<LeafValues> };

/**
 * The template of values. Nested arrays give as many axes as they are deep, of unknown length.
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
 * The template of values. A number is a scalar, nested arrays have an axis for each level, typed
 * arrays and ndarrays have their own shape. At the root an array is a list. Below the root an array
 * that holds only numbers, however nested, is one leaf, and any other array is a list.
 *
 * @throws TypeError, RangeError with the path of an entry that is not a value, or of ragged arrays
 * @example
 * templateOf({ w: [[1, 2], [3, 4], [5, 6]], scale: 0.5 }); //=> { w: [3, 2], scale: [] }
 */
export function templateOf<const V extends Values>(values: V): TemplateOf<V> {
  return layoutOfValues("templateOf", values).template as unknown as TemplateOf<V>;
}

/** The layout of values, for the public function `call`. */
export const layoutOfValues = (call: string, values: unknown): Layout =>
  resolve(call, readBranch({ call, entries: 0 }, values, "", 0) as Template);

function readSubtree(reading: Counting, value: unknown, path: string, depth: number): Subtree {
  if (!isNdArray<FlatData>(value) && !isTypedArray(value) && !isNested(value)) {
    return readBranch(reading, value, path, depth);
  }
  const shape = shapeOfValues(value);
  eachValue(reading.call, path, shape, value, () => {});
  return shape;
}

function readBranch(reading: Counting, branch: unknown, path: string, depth: number): Subtree {
  const { call } = reading;
  if (!Array.isArray(branch) && !isPlainObject(branch)) {
    throw path === ""
      ? wrongKind(call, "the values", "be a list or a record", branch)
      : wrongKind(call, path, "be numbers, a list or a record", branch);
  }
  if (depth === MAX_DEPTH)
    throw new RangeError(`${call}: ${path}: depth must be at most ${MAX_DEPTH}`);
  countEntries(reading, path, branch);
  return Array.isArray(branch)
    ? Array.from(branch, (entry, i) => readSubtree(reading, entry, joinPath(path, i), depth + 1))
    : Object.fromEntries(
        Object.entries(branch).map(([key, entry]) => [
          key,
          readSubtree(reading, entry, joinPath(path, key), depth + 1),
        ]),
      );
}
