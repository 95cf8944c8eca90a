/** Numbers that a constraint depends on: one for all elements of a leaf, or one for each. */
import { isBigInts, isFlatData, isNdArray, type FlatData } from "../../internal/arrays.ts";
import { checkReach, sameShape } from "../../internal/checks.ts";
import { nameOf, shapeText, wrongKind } from "../../internal/messages.ts";
import { checkNumber, type Requirement } from "../../internal/numbers.ts";
import type { FlatOn } from "../../internal/read-flat.ts";
import type { ConstrainedLeaf } from "./constraint.ts";

/**
 * A number for all elements, or an array or ndarray with one for each: an ndarray of the leaf's
 * shape, or an array of its elements in row-major order. It is read once, by `constrain`.
 */
export type Parameter = number | FlatOn<FlatData>;

/** The value for element i is `at[i * step]`. */
export interface ParameterValues {
  readonly at: Float64Array;
  readonly step: 0 | 1;
}

/** Checks what can be checked before the leaf is known. */
export function checkParameter(
  call: string,
  name: string,
  parameter: unknown,
  requirement: Requirement,
): asserts parameter is Parameter {
  if (typeof parameter === "number") checkNumber(call, name, parameter, requirement);
  else if (!isNdArray(parameter) && !isFlatData(parameter)) {
    throw wrongKind(call, name, "be a number, an array or an ndarray", parameter);
  }
}

/** The values of a checked parameter for a leaf. */
export function valuesFor(
  call: string,
  name: string,
  parameter: Parameter,
  leaf: ConstrainedLeaf,
  { words, holds }: Requirement,
): ParameterValues {
  if (typeof parameter === "number") return { at: Float64Array.of(parameter), step: 0 };
  const at = isNdArray<FlatData>(parameter)
    ? elementsOfView(call, name, parameter, leaf)
    : elementsOfArray(call, name, parameter, leaf);
  at.forEach((value, i) => {
    if (typeof value === "number" && holds(value)) return;
    const got = `${nameOf(value)} for ${leaf.labelAt(i)}`;
    throw new RangeError(`${call}: ${name} must be ${words}, got ${got}`);
  });
  return { at: Float64Array.from(at), step: 1 };
}

type Elements = readonly unknown[] & ArrayLike<number>;

function elementsOfArray(
  call: string,
  name: string,
  array: FlatData,
  { path, size }: ConstrainedLeaf,
): Elements {
  if (array.length !== size) {
    throw new RangeError(`${call}: ${path} has ${size} elements, ${name} has ${array.length}`);
  }
  return Array.from(array as ArrayLike<number>);
}

function elementsOfView(
  call: string,
  name: string,
  view: Exclude<Parameter, number | FlatData>,
  { path, shape, size }: ConstrainedLeaf,
): Elements {
  if (!isFlatData(view.data) || isBigInts(view.data)) {
    throw wrongKind(call, `${name}.data`, "be an array of numbers", view.data);
  }
  if (!sameShape(view.shape, shape)) {
    const other = `${name} has ${shapeText(view.shape)}`;
    throw new RangeError(`${call}: ${path} has the shape ${shapeText(shape)}, ${other}`);
  }
  checkReach(call, name, view);
  return Array.from({ length: size }, (_, i) => {
    let place = view.offset;
    for (let axis = shape.length - 1, rest = i; axis >= 0; axis--) {
      place += (rest % shape[axis]!) * view.stride[axis]!;
      rest = Math.floor(rest / shape[axis]!);
    }
    return view.data[place]!;
  });
}
