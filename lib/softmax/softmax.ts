import type { NdArray } from "ndarray";
import type { Floats } from "../internal/arrays.ts";
import { checkOptions } from "../internal/options.ts";
import type { Targets } from "./rows/read-labels.ts";
import { readColumns, readScores, type Columns } from "./rows/read-scores.ts";
import { walkRows } from "./rows/walk-rows.ts";

/**
 * The probabilities of each row, in place: z_ij ← exp(z_ij + b_j)/Σ_j exp(z_ij + b_j).       (n, k)
 *
 * No exponential overflows, however large the scores are. A row with a NaN or +∞, and one that is
 * -∞ throughout, becomes NaN. Both types are computed in float64 and rounded once, and the bits are
 * the same on every engine, for any strides.
 *
 * @param z scores of float64 or float32, with any strides
 * @param options.bias a number for each column, which is added to each row; 0 by default
 * @throws TypeError, RangeError before anything is written
 * @example
 * gemm(p, x, w); //                p = x·w                 (n, k) = (n, d)·(d, k)
 * softmax(p, { bias: b }); //      p = softmax(x·w + b)
 */
export function softmax(z: NdArray<Floats>, options: { readonly bias?: Columns } = {}): void {
  const call = "softmax";
  checkOptions(call, options, ["bias"]);
  const scores = readScores(call, z);
  const { bias } = options;
  const b = bias === undefined ? undefined : readColumns(call, "bias", bias, z);
  walkRows(scores, withoutTargets(scores.k), 1, b, undefined);
}

const withoutTargets = (k: number): Targets => ({
  oneHot: false,
  fill(floats, at, weights, _, count) {
    floats.fill(0, at, at + count * k);
    floats.fill(1, weights, weights + count);
  },
});
