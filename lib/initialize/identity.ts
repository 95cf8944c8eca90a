import type { NdArray } from "ndarray";
import { checkMatrix } from "./internal/check-matrix.ts";
import type { FloatData } from "./internal/check-view.ts";
import { checkWithin } from "./internal/check-within.ts";

/**
 * view ← gain where row = column, 0 elsewhere, as `eye_` of PyTorch and `Identity` of Keras.
 *
 * @throws TypeError, RangeError before anything is written
 */
export function identity(view: NdArray<FloatData>, gain = 1): void {
  checkMatrix("identity", view, "a matrix");
  checkWithin("identity", view, "gain", gain);
  const [rows, columns] = view.shape as [number, number];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) view.set(i, j, i === j ? gain : 0);
  }
}
