/** What comes from outside, told by what it has: ndarray checks nothing, so the door does. */
import type { NdArray, TypedArray } from "ndarray";

/** An array that may back a view: a typed array, or the plain Array that solvers make. */
export type FlatData = TypedArray | number[];

/** Typed arrays but not Node's Buffer, to which ndarray gives a dtype of its own. */
export const isTypedArray = (value: unknown): value is TypedArray =>
  ArrayBuffer.isView(value) && !(value instanceof DataView) && nameOf(value) !== "a Buffer";

export const isFlatData = (value: unknown): value is FlatData =>
  Array.isArray(value) || isTypedArray(value);

/** An ndarray by its fields, whichever copy of the package made it. */
export function isNdArray<D extends FlatData>(value: unknown): value is NdArray<D> {
  const view = value as Partial<NdArray> | null;
  return (
    typeof view === "object" &&
    view !== null &&
    view.data !== undefined &&
    Array.isArray(view.shape) &&
    Array.isArray(view.stride) &&
    typeof view.offset === "number"
  );
}

/** The lowest and the highest index a view touches in its array; undefined where it has none. */
export function spanOf({
  shape,
  stride,
  offset,
}: Pick<NdArray, "shape" | "stride" | "offset">): [low: number, high: number] | undefined {
  if (shape.includes(0)) return undefined;
  let low = offset;
  let high = offset;
  for (let i = 0; i < shape.length; i++) {
    const reach = (shape[i]! - 1) * stride[i]!;
    if (reach < 0) low += reach;
    else high += reach;
  }
  return [low, high];
}

/** Refuses a view that reaches outside its array: it would read undefined, or a neighbour. */
export function checkReach(call: string, name: string, view: NdArray<FlatData>): void {
  const integers = [...view.shape, ...view.stride, view.offset];
  if (!integers.every(Number.isSafeInteger)) {
    throw new RangeError(`${call}: ${name} must have integers for shape, stride and offset`);
  }
  const span = spanOf(view);
  const { length } = view.data;
  if (span === undefined || (span[0] >= 0 && span[1] < length)) return;
  throw new RangeError(
    `${call}: ${name} spans elements ${span[0]} to ${span[1]}, its array has ${length} elements`,
  );
}

/** Refuses an axis length that is none; `place` names the call and what the axis belongs to. */
export function checkAxisLength(place: string, axis: number): void {
  if (Number.isSafeInteger(axis) && axis >= 0) return;
  throw new RangeError(`${place}: axis length must be a non-negative integer, got ${nameOf(axis)}`);
}

/** Refuses at the door what could not be called behind it. */
export function checkFunction(call: string, name: string, value: unknown): void {
  if (typeof value === "function") return;
  throw new TypeError(`${call}: ${name} must be a function, got ${nameOf(value)}`);
}

/** A short name for what came, for messages: its value, or its class. */
export function nameOf(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  const { constructor } = value as { constructor?: { name?: unknown } };
  if (typeof constructor?.name !== "string") return "an object";
  return `${/^[AEIO]/.test(constructor.name) ? "an" : "a"} ${constructor.name}`;
}
