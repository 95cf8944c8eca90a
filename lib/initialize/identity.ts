import type { NdArray } from "ndarray";
import { checkMatrix, checkWithin, type FloatData } from "./internal/view-checks.ts";

/**
 * view ← gain where row = column, 0 elsewhere; PyTorch's `eye_`, Keras' `Identity`.
 *
 * @throws TypeError, RangeError before anything is written
 */
export function identity(view: NdArray<FloatData>, gain = 1): void {
  checkMatrix("identity", view, "a matrix");
  checkWithin("identity", view, "gain", gain);
  const [rows, columns] = view.shape as [number, number];
  if (columns === 0) return; // the rows may be too many to walk
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) view.set(i, j, i === j ? gain : 0);
  }
}
