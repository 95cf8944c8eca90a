/** The numbers that stand for one leaf: a scalar, nested arrays, a typed array or an ndarray. */
import type { NdArray, TypedArray } from "ndarray";
import { isFlatData, isTypedArray, type FlatData } from "../../internal/arrays.ts";
import { checkReach, isNdArray } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import { MAX_DEPTH } from "../../template.ts";

/** A number, or arrays of numbers nested as deep as there are axes. */
export type Nested = number | readonly Nested[];

/** What may stand for a leaf. */
export type LeafValues = Nested | TypedArray | NdArray<FlatData>;

/** The shape of what may stand for a leaf, of nested arrays by their first entries. */
export function shapeOfValues(value: LeafValues): number[] {
  if (isNdArray(value)) return [...value.shape];
  const shape: number[] = [];
  let rest: unknown = value;
  while (Array.isArray(rest) || isTypedArray(rest)) {
    shape.push(rest.length);
    rest = rest[0];
  }
  return shape;
}

/** Whether a value is a number or arrays of nothing but numbers; false where it is too deep. */
export const isNested = (value: unknown, depth = 0): value is Nested =>
  typeof value === "number" ||
  (Array.isArray(value) &&
    depth < MAX_DEPTH &&
    value.every((entry: unknown) => isNested(entry, depth + 1)));

/**
 * Calls `f` with each number of a leaf, row-major.
 *
 * @throws TypeError, RangeError naming the place in the leaf where the value has another shape, is
 *   ragged, or has something else than a number; `f` may have been called before
 */
export function eachValue(
  call: string,
  path: string,
  shape: readonly number[],
  value: unknown,
  f: (value: number) => void,
): void {
  const indices: number[] = [];
  const place = (): string => (indices.length === 0 ? path : `${path}[${indices.join(",")}]`);

  const visit = (entry: unknown): void => {
    const length = shape[indices.length];
    if (length === undefined) {
      if (typeof entry === "number") return f(entry);
      throw new TypeError(`${call}: ${place()} must be a number, got ${naming(entry)}`);
    }
    if (!isFlatData(entry)) {
      const need = `an array of ${length}`;
      throw new TypeError(`${call}: ${place()} must be ${need}, got ${naming(entry)}`);
    }
    if (entry.length !== length) {
      throw new RangeError(`${call}: ${place()} must have length ${length}, got ${entry.length}`);
    }
    for (let i = 0; i < length; i++) {
      indices.push(i);
      visit(entry[i]);
      indices.pop();
    }
  };

  const visitView = (view: NdArray<FlatData>, at: number): void => {
    const axis = indices.length;
    if (axis === shape.length) return visit(view.data[at]);
    for (let i = 0; i < shape[axis]!; i++) {
      indices.push(i);
      visitView(view, at + i * view.stride[axis]!);
      indices.pop();
    }
  };

  if (!isNdArray<FlatData>(value)) return visit(value);
  if (!isFlatData(value.data)) {
    throw new TypeError(`${call}: ${path} must lie on an array, got ${nameOf(value.data)}`);
  }
  if (value.shape.length !== shape.length || value.shape.some((axis, i) => axis !== shape[i])) {
    const need = `the shape [${shape.join(", ")}]`;
    throw new RangeError(`${call}: ${path} must have ${need}, got [${value.shape.join(", ")}]`);
  }
  checkReach(call, path, value);
  visitView(value, value.offset);
}

const naming = (value: unknown): string =>
  isFlatData(value) ? `an array of ${value.length}` : nameOf(value);
