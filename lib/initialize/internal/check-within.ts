import type { NdArray } from "ndarray";
import { checkNumber, finite } from "../../internal/numbers.ts";
import type { FloatData } from "./check-view.ts";

/** Whether a number is finite also where it is stored in the view. */
export const isWithin = ({ dtype }: NdArray<FloatData>, value: number): boolean =>
  Number.isFinite(dtype === "float32" ? Math.fround(value) : value);

/** @throws TypeError where it is not a number, RangeError where the view would hold an infinity */
export function checkWithin(
  call: string,
  view: NdArray<FloatData>,
  name: string,
  value: unknown,
): asserts value is number {
  checkNumber(call, name, value, finite);
  if (isWithin(view, value)) return;
  throw new RangeError(`${call}: ${name} must be within ${view.dtype}, got ${value}`);
}
