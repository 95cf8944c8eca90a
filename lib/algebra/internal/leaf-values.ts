/** The values of one leaf: a number, nested arrays, a typed array or an ndarray. */
import type { NdArray, TypedArray } from "ndarray";
import { isFlatData, isNdArray, isTypedArray, type FlatData } from "../../internal/arrays.ts";
import { checkReach, sameShape } from "../../internal/checks.ts";
import { nameOf, refusal, shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { MAX_DEPTH } from "../../template.ts";

/** A number, or nested arrays of numbers with a level for each axis. */
export type Nested = number | readonly Nested[];

/** The values that may be given for a leaf. */
export type LeafValues = Nested | TypedArray | NdArray<FlatData>;

/** The shape of the values of a leaf; nested arrays are judged by their first entries. */
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

/** Whether a value is a number, or arrays of nothing but numbers up to the depth allowed. */
export const isNested = (value: unknown, depth = 0): value is Nested =>
  typeof value === "number" ||
  (Array.isArray(value) &&
    depth < MAX_DEPTH &&
    value.every((entry: unknown) => isNested(entry, depth + 1)));

/**
 * Calls `f` with each number of a leaf, in row-major order.
 *
 * @throws TypeError, RangeError naming the place in the leaf at which the value has another shape,
 *   is ragged, or is not a number; `f` may have been called before
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
      throw new TypeError(refusal(call, place(), "be a number", naming(entry)));
    }
    if (!isFlatData(entry)) {
      throw new TypeError(refusal(call, place(), `be an array of ${length}`, naming(entry)));
    }
    if (entry.length !== length) {
      throw wrongNumber(call, place(), `have length ${length}`, entry.length);
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
  if (!isFlatData(value.data)) throw wrongKind(call, path, "lie on an array", value.data);
  if (!sameShape(value.shape, shape)) {
    throw wrongNumber(call, path, `have the shape ${shapeText(shape)}`, shapeText(value.shape));
  }
  checkReach(call, path, value);
  // An axis of length 0 may stand behind one that takes minutes to walk.
  if (!shape.includes(0)) visitView(value, value.offset);
}

const naming = (value: unknown): string =>
  isFlatData(value) ? `an array of ${value.length}` : nameOf(value);

/** Arrays that hold nothing cost memory nevertheless: this many take 16 MB. */
const MOST_EMPTY = 2 ** 20;

/** Refuses a shape of no elements for which nested arrays would take all memory there is. */
export function checkNestable(call: string, path: string, shape: readonly number[]): void {
  if (!shape.includes(0)) return;
  const rows = shape.slice(0, shape.indexOf(0)).reduce((count, length) => count * length, 1);
  if (rows <= MOST_EMPTY) return;
  const need = `have at most ${MOST_EMPTY} rows if they are empty`;
  throw wrongNumber(call, path, need, `the shape ${shapeText(shape)}`);
}

/** The next numbers as the values of a leaf: a number, or nested arrays. */
export function nested(numbers: Iterator<number>, [length, ...rest]: readonly number[]): Nested {
  if (length === undefined) return numbers.next().value as number;
  return Array.from({ length }, () => nested(numbers, rest));
}
