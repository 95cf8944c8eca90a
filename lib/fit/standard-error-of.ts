import type { NdArray } from "ndarray";
import { isFloats, type Floats } from "../internal/arrays.ts";
import { checkReach, isNdArray } from "../internal/checks.ts";
import { nameOf, refusal, shapeText, wrongNumber } from "../internal/messages.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";

/**
 * The standard error of a function of the parameters, such as a prediction, by the delta method:
 * √(gᵀ·C·g), where g is the function's gradient. Elements with a slope of 0 play no part, so a
 * function of determined elements has a finite error beside undetermined ones.
 *
 * @param gradient a flat
 * @param covariance a square ndarray of that size, `uncertainty(…).covariance`
 * @throws TypeError, RangeError if they are not, or do not fit each other
 * @example
 * standardErrorOf(gradient, u.covariance); // gradient of slope·x + intercept: [x, 1]
 */
export function standardErrorOf(
  gradient: Flat,
  covariance: NdArray<Float64Array> | NdArray<Float32Array>,
): number {
  const call = "standardErrorOf";
  const g = readFloats(call, "gradient", gradient);
  const matrix: NdArray<Floats> = covariance;
  if (!isNdArray<Floats>(matrix) || !isFloats(matrix.data)) {
    throw new TypeError(refusal(call, "covariance", "be an ndarray of floats", nameOf(matrix)));
  }
  const { data, shape, stride, offset } = matrix;
  if (shape.length !== 2 || shape[0] !== g.size || shape[1] !== g.size) {
    const need = `have the shape ${shapeText([g.size, g.size])}`;
    throw wrongNumber(call, "covariance", need, shapeText(shape));
  }
  checkReach(call, "covariance", matrix);
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
