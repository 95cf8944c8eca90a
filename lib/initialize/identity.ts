import type { NdArray } from "ndarray";
import { checkNumber, finite } from "../numbers.ts";
import { checkMatrix } from "./check-matrix.ts";
import type { FloatData } from "./check-view.ts";

/**
 * view ← gain where row = column, 0 elsewhere, as `eye_` of PyTorch and `Identity` of Keras.
 *
 * @throws TypeError, RangeError before anything is written
 */
export function identity(view: NdArray<FloatData>, gain = 1): void {
  checkMatrix("identity", view, "a matrix");
  checkNumber("identity", "gain", gain, finite);
  const [rows, columns] = view.shape as [number, number];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) view.set(i, j, i === j ? gain : 0);
  }
}
