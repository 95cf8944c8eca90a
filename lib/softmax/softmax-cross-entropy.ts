import type { NdArray } from "ndarray";
import type { Floats } from "../internal/arrays.ts";
import { checkNumber, finite } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { overlaps } from "../internal/overlap.ts";
import { columnOf } from "../internal/read-flat.ts";
import type { Pool } from "../internal/threads/pool-handle.ts";
import { readPool } from "../internal/threads/share-rows.ts";
import { shapeText, wrongNumber } from "../internal/messages.ts";
import { readLabels, type Labels } from "./rows/read-labels.ts";
import { readColumns, readScores, type Columns } from "./rows/read-scores.ts";
import { walkRows } from "./rows/walk-rows.ts";

/** The options of `softmaxCrossEntropy`. */
export interface CrossEntropyOptions {
  /** A number for each column, which is added to each row; 0 by default. */
  readonly bias?: Columns;
  /** Takes the gradient for the bias: the sum of each column of the error. */
  readonly biasGradient?: Columns;
  /** The factor of the loss, the error and the bias's gradient; 1/n by default. */
  readonly scale?: number;
  /**
   * The pool that `gemmPool` returned. Its threads divide the rows of a large z in a shared arena.
   */
  readonly pool?: Pool;
}

/**
 * Returns the loss of a classifier from its scores z, and turns z into the error: the gradient of
 * the loss with respect to the scores. With p = softmax(z + b), and t one-hot at the labels,
 *
 *   loss = -scale·Σᵢ log p_i,label(i)         z ← scale·(p - t)                        (n, k)
 *                                             biasGradient ← Σᵢ zᵢ                     (k)
 *
 * `scale` is 1/n by default, so that the loss is the mean of the rows; with 1 it is their sum. The
 * mean of no rows is NaN, as in NumPy, and their sum is 0.
 *
 * No exponential overflows, and the loss of a class whose p underflows is still right. If the score
 * of the class itself is -∞, the loss is Infinity. A row with a NaN or +∞, and one that is -∞
 * throughout, makes itself and the loss NaN. Both types are computed in float64 and rounded once;
 * the bits are the same on every engine, for any strides, with WebAssembly and without.
 *
 * @param z scores of float64 or float32, with any strides
 * @param labels the class of each row: integers in a typed array, an Array, or an ndarray of rank 1.
 *   An ndarray of the shape of z gives the probability of each class instead: then the loss is
 *   -scale·Σᵢ Σ_j t_ij·log p_ij, and a row counts in proportion to its sum.
 * @returns the loss
 * @throws TypeError, RangeError before anything is written
 * @example
 * gemm(e, x, w); //                                                       (n, k) = (n, d)·(d, k)
 * const loss = softmaxCrossEntropy(e, labels, { bias: b, biasGradient: db });
 * gemm(dw, x.transpose(1, 0), e); //                                      (d, k) = (d, n)·(n, k)
 */
export function softmaxCrossEntropy(
  z: NdArray<Floats>,
  labels: Labels,
  options: CrossEntropyOptions = {},
): number {
  const call = "softmaxCrossEntropy";
  checkOptions(call, options, ["bias", "biasGradient", "scale", "pool"]);
  const scores = readScores(call, z);
  if (scores.n > 0 && scores.k === 0) {
    throw wrongNumber(call, "z", "have a column for each class", `shape ${shapeText(z.shape)}`);
  }
  const targets = readLabels(call, labels, z);
  const { bias, biasGradient, scale, pool } = options;
  if (scale !== undefined) checkNumber(call, "scale", scale, finite);
  const b = bias === undefined ? undefined : readColumns(call, "bias", bias, z);
  const db =
    biasGradient === undefined ? undefined : readColumns(call, "biasGradient", biasGradient, z);
  if (b !== undefined && db !== undefined && overlaps(columnOf(db), columnOf(b))) {
    throw wrongNumber(call, "biasGradient", "not overlap bias", "a view that does");
  }
  const share = pool === undefined ? undefined : readPool(call, pool);
  const factor = scale ?? 1 / scores.n;
  return walkRows(scores, targets, factor, b, db, share) * factor;
}
