import type { NdArray } from "ndarray";
import { checkBoolean } from "../internal/checks.ts";
import { wrongNumber } from "../internal/messages.ts";
import { checkNumber, whole } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { checkMatrix, type FloatData } from "./internal/view-checks.ts";
import { checkRandom, uniform, type Random } from "./random/random.ts";

/**
 * Keeps `nonZero` entries in each column, chosen uniformly without replacement, and sets the
 * others to 0.  Martens 2010, section 5; climin's `sparsify_columns`.
 *
 * @param options.keepDiagonal leaves the diagonal of a square view as it was, chosen or not
 * @throws TypeError, RangeError before anything is written
 * @example
 * randomizeNormal(w, 0, 1, random);
 * sparsifyColumns(w, 15, random);
 */
export function sparsifyColumns(
  view: NdArray<FloatData>,
  nonZero: number,
  random: Random = Math.random,
  options: { readonly keepDiagonal?: boolean } = {},
): void {
  const call = "sparsifyColumns";
  checkOptions(call, options, ["keepDiagonal"]);
  const { keepDiagonal = false } = options;
  checkBoolean(call, "keepDiagonal", keepDiagonal);
  checkMatrix(call, view, keepDiagonal ? "a square matrix" : "a matrix");
  checkRandom(call, random);
  checkNumber(call, "nonZero", nonZero, whole);
  const [rows, columns] = view.shape as [number, number];
  if (nonZero > rows) {
    throw wrongNumber(call, "nonZero", `be at most ${rows}, the number of rows`, nonZero);
  }
  for (let j = 0; j < columns; j++) {
    // Selection sampling: row i is kept with probability wanted/left.  Knuth, TAOCP 2, 3.4.2 S.
    let wanted = nonZero;
    for (let i = 0; i < rows; i++) {
      if (uniform(call, random) * (rows - i) < wanted) wanted--;
      else if (!(keepDiagonal && i === j)) view.set(i, j, 0);
    }
  }
}
