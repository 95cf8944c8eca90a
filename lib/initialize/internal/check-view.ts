import type { NdArray } from "ndarray";
import type { FlatData } from "../../internal/arrays.ts";
import { checkReach, isNdArray } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";

/** The arrays an initializer writes to: floating point, or a plain Array of numbers. */
export type FloatData = Float64Array | Float32Array | number[];

const floats = new Set(["[object Float64Array]", "[object Float32Array]", "[object Array]"]);

/**
 * Refuses what cannot hold independent real numbers: integers, elements that are one in memory,
 * elements outside the array.
 *
 * @throws TypeError, RangeError naming `call`
 */
export function checkView(call: string, view: unknown): asserts view is NdArray<FloatData> {
  if (!isNdArray<FlatData>(view)) {
    throw new TypeError(`${call}: view must be an ndarray, got ${nameOf(view)}`);
  }
  if (!floats.has(Object.prototype.toString.call(view.data))) {
    throw new TypeError(`${call}: view must be float64 or float32, got ${view.dtype}`);
  }
  const repeated = view.shape.findIndex((axis, i) => axis > 1 && view.stride[i] === 0);
  if (repeated >= 0 && !view.shape.includes(0)) {
    throw new RangeError(`${call}: view must have non-zero strides, got 0 on axis ${repeated}`);
  }
  checkReach(call, "view", view);
}
