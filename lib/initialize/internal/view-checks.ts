/** Checks of the view to be filled, and of the numbers to be stored in it. */
import type { NdArray } from "ndarray";
import {
  floatKinds,
  isFloat32,
  isFloats,
  isNdArray,
  type DType,
  type FlatData,
  type Floats,
} from "../../internal/arrays.ts";
import { checkReach } from "../../internal/checks.ts";
import { refusal, shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { checkNumber, finite } from "../../internal/numbers.ts";
import { coincide } from "./coincide.ts";

/** The arrays an initializer writes to: floating point, or a plain Array of numbers. */
export type FloatData = Floats | number[];

/**
 * Refuses a view that cannot hold independent real numbers: its array holds integers, its elements
 * share memory, or it reaches outside its array.
 *
 * @throws TypeError, RangeError naming `call`
 */
export function checkView(call: string, view: unknown): asserts view is NdArray<FloatData> {
  if (!isNdArray<FlatData>(view)) throw wrongKind(call, "view", "be an ndarray", view);
  if (!isFloats(view.data) && !Array.isArray(view.data)) {
    throw new TypeError(refusal(call, "view", "be float64 or float32", view.dtype));
  }
  if (Object.isFrozen(view.data)) {
    throw new TypeError(refusal(call, "view", "take numbers", "a frozen array"));
  }
  const repeated = view.shape.findIndex((axis, i) => axis > 1 && view.stride[i] === 0);
  if (repeated >= 0 && !view.shape.includes(0)) {
    throw wrongNumber(call, "view", "have non-zero strides", `0 on axis ${repeated}`);
  }
  checkReach(call, "view", view);
  if (coincide(view)) {
    const got = `shape ${shapeText(view.shape)} with stride ${shapeText(view.stride)}`;
    throw wrongNumber(call, "view", "have distinct elements", got);
  }
}

/** Checks the view, which must also be a matrix or a square matrix. */
export function checkMatrix(
  call: string,
  view: unknown,
  kind: "a matrix" | "a square matrix",
): asserts view is NdArray<FloatData> {
  checkView(call, view);
  const { shape } = view;
  if (shape.length === 2 && (kind === "a matrix" || shape[0] === shape[1])) return;
  throw wrongNumber(call, "view", `be ${kind}`, `shape ${shapeText(shape)}`);
}

/** The data type whose numbers the view holds; a plain Array holds doubles. */
export const dtypeOfView = ({ data }: NdArray<FloatData>): DType =>
  isFloat32(data) ? "float32" : "float64";

/** Whether a number stays finite when it is stored in the view. */
export const isWithin = (view: NdArray<FloatData>, value: number): boolean =>
  Number.isFinite(floatKinds[dtypeOfView(view)].round(value));

/** @throws TypeError if it is not a number, RangeError if the view would hold an infinity */
export function checkWithin(
  call: string,
  view: NdArray<FloatData>,
  name: string,
  value: unknown,
): asserts value is number {
  checkNumber(call, name, value, finite);
  if (isWithin(view, value)) return;
  throw wrongNumber(call, name, `be within ${dtypeOfView(view)}`, value);
}

/**
 * Refuses a distribution if some of its numbers, up to `most` deviations from the mean, would be
 * infinite in the view.
 */
export function checkSpread(
  call: string,
  view: NdArray<FloatData>,
  mean: number,
  std: number,
  most: number,
): void {
  if (isWithin(view, Math.abs(mean) + std * most)) return;
  const need = `be within ${dtypeOfView(view)}`;
  throw wrongNumber(call, `mean ± ${most}·std`, need, `mean ${mean} and std ${std}`);
}
