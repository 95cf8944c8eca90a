import type { NdArray } from "ndarray";
import { isFloats, isNdArray, type Floats } from "../internal/arrays.ts";
import { checkReach } from "../internal/checks.ts";
import { shapeText, wrongKind, wrongNumber } from "../internal/messages.ts";
import { readFloats, type Elements, type Flat } from "../internal/read-flat.ts";
import type { Uncertainty } from "./uncertainty.ts";

/** The part of an uncertainty that tells the errors of functions. */
export type Determined = Pick<Uncertainty, "held" | "directions">;

/**
 * The standard error of a function of the parameters, such as a prediction, by the delta method:
 * √(gᵀ·C·g), where g is the function's gradient.
 *
 * Pass the whole uncertainty if some elements are undetermined. A function that the data determine
 * then has a finite error even if they do not determine each of its elements, as may be the case
 * for a + b; the error of every other function is Infinity. With a covariance alone, the error of a
 * function of undetermined elements is Infinity or NaN; elements with a slope of 0 play no part.
 *
 * @param gradient a flat
 * @param covariance `uncertainty(…)`, or a square ndarray of the size of the flat
 * @throws TypeError, RangeError if they are not, or do not fit each other
 * @example
 * standardErrorOf(gradient, u); // gradient of slope·x + intercept: [x, 1]
 */
export function standardErrorOf(
  gradient: Flat,
  covariance: NdArray<Float64Array> | NdArray<Float32Array> | Determined,
): number {
  const call = "standardErrorOf";
  const g = readFloats(call, "gradient", gradient);
  const { held, directions = [] } = (covariance ?? {}) as Partial<Determined>;
  const matrix = (held ?? covariance) as NdArray<Floats>;
  if (!isNdArray<Floats>(matrix) || !isFloats(matrix.data)) {
    const need = "be what uncertainty returned or an ndarray of floats";
    throw wrongKind(call, "covariance", need, matrix);
  }
  const { data, shape, stride, offset } = matrix;
  if (shape.length !== 2 || shape[0] !== g.size || shape[1] !== g.size) {
    const need = `have the shape ${shapeText([g.size, g.size])}`;
    throw wrongNumber(call, "covariance", need, shapeText(shape));
  }
  checkReach(call, "covariance", matrix);
  if (directions.some((direction) => isChangedAlong(direction, g))) return Infinity;
  let sum = 0;
  for (let i = 0; i < g.size; i++) {
    const own = g.data[g.offset + i * g.stride]!;
    if (own === 0) continue;
    for (let j = 0; j < g.size; j++) {
      const other = g.data[g.offset + j * g.stride]!;
      if (other !== 0) sum += own * data[offset + i * stride[0]! + j * stride[1]!]! * other;
    }
  }
  return Math.sqrt(Math.max(sum, 0)); // rounding may leave less than nothing
}

/** Slopes are as exact as differences make them, or more. */
const ROUNDING = 2 ** -26;

/** Whether a function of gradient g changes along a direction by more than rounding. */
function isChangedAlong(direction: Float64Array, g: Elements<Floats>): boolean {
  let [slope, size] = [0, 0];
  direction.forEach((part, i) => {
    const change = part * g.data[g.offset + i * g.stride]!;
    slope += change;
    size += Math.abs(change);
  });
  return Math.abs(slope) > ROUNDING * size;
}
