/** The checks of arguments. ndarray checks nothing, so every public function does it at the door. */
import type { NdArray } from "ndarray";
import { floatKinds, type DType } from "./arrays.ts";
import { nameOf, shapeText, wrongKind, wrongNumber } from "./messages.ts";

/** The place of a view's elements in its array. */
export type Strided = Pick<NdArray, "shape" | "stride" | "offset">;

/** The highest (1) or the lowest (-1) index that a view with elements touches in its array. */
export function endOf({ shape, stride, offset }: Strided, side: 1 | -1): number {
  let end = offset;
  for (let i = 0; i < shape.length; i++) {
    const reach = (shape[i]! - 1) * stride[i]!;
    if (reach * side > 0) end += reach;
  }
  return end;
}

/** A view by its place and the length of its array. */
type Placed = Strided & { readonly data: { readonly length: number } };

/** Refuses a view that reaches outside its array: it would read undefined, or a neighbour. */
export function checkReach(call: string, name: string, view: Placed): void {
  if (!(areIntegers(view.shape) && areIntegers(view.stride) && Number.isSafeInteger(view.offset))) {
    throw new RangeError(`${call}: ${name} must have integers for shape, stride and offset`);
  }
  if (view.shape.some((length) => length < 0)) {
    throw wrongNumber(call, name, "have lengths of 0 or more", shapeText(view.shape));
  }
  checkSpan(call, name, view);
}

/** The same for a view whose integers are checked already. */
export function checkSpan(call: string, name: string, view: Placed): void {
  const [low, high] = [endOf(view, -1), endOf(view, 1)];
  const { length } = view.data;
  if (view.shape.includes(0) || (low >= 0 && high < length)) return;
  const need = `lie within its array of ${length} elements`;
  throw wrongNumber(call, name, need, `elements ${low} to ${high}`);
}

function areIntegers(values: readonly number[]): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isSafeInteger(values[i])) return false;
  return true;
}

/**
 * Refuses an array that had another length before: its buffer has been transferred or resized, or its
 * WebAssembly memory has grown. It reads as undefined then, and what is written to it is lost.
 */
export function checkKept(
  call: string,
  name: string,
  data: { readonly length: number },
  length: number,
): void {
  if (data.length === length) return;
  throw wrongNumber(call, name, `keep its memory of ${length} elements`, data.length);
}

/** Refuses a length that no axis can have; `place` names the call and the leaf of the axis. */
export function checkAxisLength(place: string, axis: number): void {
  if (Number.isSafeInteger(axis) && axis >= 0) return;
  throw wrongNumber(place, "axis length", "be a non-negative integer", nameOf(axis));
}

/**
 * The axis that is meant among `rank` axes; a negative one counts from the last, as in NumPy.
 *
 * @throws TypeError if it is not a number, RangeError if there is no such axis
 */
export function axisOf(call: string, name: string, axis: unknown, rank: number): number {
  if (typeof axis !== "number") throw wrongKind(call, name, "be an axis", axis);
  if (Number.isInteger(axis) && axis >= -rank && axis < rank) return axis < 0 ? axis + rank : axis;
  throw wrongNumber(call, name, `be an integer from ${-rank} to ${rank - 1}`, axis);
}

export const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((axis, i) => axis === b[i]);

/** Refuses a value that could not be called later. */
export function checkFunction(call: string, name: string, value: unknown): void {
  if (typeof value !== "function") throw wrongKind(call, name, "be a function", value);
}

/** Refuses a flag that only looks true or false: `"false"`, 0, null. */
export function checkBoolean(call: string, name: string, value: unknown): asserts value is boolean {
  if (typeof value !== "boolean") throw wrongKind(call, name, "be true or false", value);
}

export function checkDtype(call: string, dtype: unknown, name = "dtype"): asserts dtype is DType {
  if (typeof dtype === "string" && Object.hasOwn(floatKinds, dtype)) return;
  throw wrongKind(call, name, 'be "float64" or "float32"', dtype);
}
