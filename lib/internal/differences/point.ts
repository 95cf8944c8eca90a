/** Reads the point at which a function is differentiated, and what the function returns there. */
import type { NdArray } from "ndarray";
import {
  isFloat32,
  isFloats,
  isNdArray,
  zerosOf,
  type DType,
  type FlatData,
  type Floats,
} from "../arrays.ts";
import { checkFunction } from "../checks.ts";
import { viewMaker } from "../make-view.ts";
import { wrongKind } from "../messages.ts";
import { aboveZero, checkNumber } from "../numbers.ts";
import { checkNumbers, readFlat, type Elements, type Sized } from "../read-flat.ts";

/** A flat as the objectives of any solver take it. */
export type AnyFlat = FlatData | NdArray<FlatData>;

/**
 * How large the elements of a flat usually are, in their own units: a number above 0 for all of them,
 * or a flat of such numbers. A step of differences is relative to it, or to the element itself if
 * that is larger.
 */
export type TypicalSize = number | AnyFlat;

export interface DifferenceOptions {
  readonly typicalSize?: TypicalSize;
}

/** A flat of floats, whose elements can be moved. */
interface FloatElements extends Elements<Floats | number[]> {
  readonly dtype: DType;
}

export interface Point extends FloatElements {
  /** The typical size of an element; 0 if it is not known. */
  readonly sizeAt: (index: number) => number;
}

/** @throws TypeError, RangeError if it is not a flat of floats, or does not have `size` of them */
export function readFloatElements(
  call: string,
  name: string,
  flat: AnyFlat,
  size?: number,
  sized?: Sized,
): FloatElements {
  const own = isNdArray<FlatData>(flat) ? flat.shape.at(-1)! : flat?.length;
  const elements = readFlat<FlatData>(call, name, flat, size ?? own, sized);
  const { data } = elements;
  if (!isFloats(data) && !Array.isArray(data)) {
    throw wrongKind(call, name, "hold floating-point numbers", data);
  }
  return { ...elements, data, dtype: isFloat32(data) ? "float32" : "float64" };
}

/**
 * Reads the flat, and the typical sizes of its elements. Without a template the flat has its own
 * number of elements.
 */
export function readPoint(
  call: string,
  flat: AnyFlat,
  { typicalSize }: DifferenceOptions,
  templateSize?: number,
): Point {
  const point = readFloatElements(call, "flat", flat, templateSize);
  checkNumbers(call, "flat", point);
  const { size } = point;
  if (typeof typicalSize !== "object") {
    if (typicalSize !== undefined) checkNumber(call, "typicalSize", typicalSize, aboveZero);
    return { ...point, sizeAt: () => typicalSize ?? 0 };
  }
  const sized = templateSize === undefined ? "flat has" : "template needs";
  const { data, offset, stride } = readFloatElements(call, "typicalSize", typicalSize, size, sized);
  const sizeAt = (i: number): number => data[offset + i * stride]!;
  for (let i = 0; i < size; i++) checkNumber(call, `typicalSize[${i}]`, sizeAt(i), aboveZero);
  return { ...point, sizeAt };
}

/** A loss as an array of one value; refuses what is not a number. */
export function lossFrom(call: string, name: string, returned: unknown): [loss: number] {
  if (typeof returned === "number") return [returned];
  throw wrongKind(call, name, "return a number", returned);
}

/** An objective at a flat, with its gradient: an array of the flat's kind that is full of NaN. */
export function bindObjective<F extends AnyFlat>(
  call: string,
  objective: (flat: F, gradient: F) => number,
  flat: F,
  { data, size }: Point,
): { readonly gradient: Floats | number[]; readonly evaluate: () => [loss: number] } {
  checkFunction(call, "objective", objective);
  const empty = isFloats(data) ? zerosOf(data, size) : Array<number>(size);
  const gradient = empty.fill(Number.NaN);
  const handed = isNdArray(flat) ? viewMaker(gradient)([size], [1], 0) : gradient;
  const evaluate = (): [number] =>
    lossFrom(call, "the objective", objective(flat, handed as AnyFlat as F));
  return { gradient, evaluate };
}
