import type { NdArray } from "ndarray";
import { checkView, type FloatData } from "./check-view.ts";

/** @throws TypeError, RangeError also where the view is no matrix, or not square where it has to be */
export function checkMatrix(
  call: string,
  view: unknown,
  kind: "a matrix" | "a square matrix",
): asserts view is NdArray<FloatData> {
  checkView(call, view);
  const { shape } = view;
  if (shape.length === 2 && (kind === "a matrix" || shape[0] === shape[1])) return;
  throw new RangeError(`${call}: view must be ${kind}, got shape [${shape.join(", ")}]`);
}
