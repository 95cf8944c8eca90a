import type { NdArray } from "ndarray";
import { viewMaker } from "../../internal/make-view.ts";
import type { Flat } from "../../internal/read-flat.ts";
import type { Uncertainty } from "../uncertainty.ts";

/** The part of the result of `constrain` that is needed here. */
interface DeltaMethod {
  readonly covariance: (y: Flat, covariance: NdArray<Float64Array>) => NdArray<Float64Array>;
}

/** A value takes part in a direction if its square is more than this part of the largest one. */
const PART = Number.EPSILON;

/**
 * The covariance of the values of a fit, from the uncertainty of its free side. Constraints mix
 * free elements, so a value may be determined even if none of them is. It is determined if it does
 * not change along any direction that the data leave free.
 */
export function covarianceOfValues(
  constraint: DeltaMethod | undefined,
  flat: Flat,
  { covariance, held, directions, errorVariance }: Uncertainty,
): NdArray<Float64Array> {
  if (constraint === undefined) return covariance;
  const values = constraint.covariance(flat, held);
  const size = values.shape[0]!;
  for (const direction of directions) {
    const n = direction.length;
    const outer = Float64Array.from(
      { length: n * n },
      (_, at) => direction[Math.floor(at / n)]! * direction[at % n]!,
    );
    // (J·v)·(J·v)ᵀ
    const changes = constraint.covariance(flat, viewMaker(outer)([n, n], [n, 1], 0));
    const squares = Float64Array.from({ length: size }, (_, i) => changes.get(i, i));
    const largest = squares.reduce((a, b) => Math.max(a, b), 0);
    squares.forEach((square, i) => {
      if (square <= PART * largest) return;
      for (let j = 0; j < size; j++) {
        values.set(i, j, NaN);
        values.set(j, i, NaN);
      }
      // Residuals of 0 say nothing about any error.
      if (!Number.isNaN(errorVariance)) values.set(i, i, Infinity);
    });
  }
  return values;
}
