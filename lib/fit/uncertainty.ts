import type { NdArray } from "ndarray";
import { viewMaker } from "../internal/make-view.ts";
import { wrongNumber } from "../internal/messages.ts";
import { aboveZero, atLeastZero, checkNumber } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import type { Flat } from "../internal/read-flat.ts";
import type { Residuals } from "../optimize/run/contract.ts";
import { placeOf } from "../optimize/run/finite.ts";
import { load, rowOf } from "../optimize/run/flats.ts";
import { assess } from "./covariance/assess.ts";
import { leastSquares, type ResidualLoss } from "./losses.ts";
import { rowName } from "./residuals/check-finite.ts";
import { evaluateOnce } from "./residuals/evaluate-once.ts";
import { fitOptions, readFit, type FitOptions } from "./residuals/read-fit.ts";
import { readLoss } from "./residuals/read-options.ts";

export interface UncertaintyOptions extends FitOptions {
  /**
   * The variance of a residual if it is known: 1 if r was divided by standard deviations. If it is
   * left out, it is estimated from the residuals.
   */
  readonly errorVariance?: number;
  /**
   * The relative error of J, 0 by default: 1e-10 if it comes from `numericJacobian`. A column that is
   * that close to a combination of others counts as one, and so determines nothing.
   */
  readonly jacobianError?: number;
  /** The loss of the fit; `leastSquares` by default. */
  readonly loss?: ResidualLoss;
}

/** An element that does not move, because it is exactly on a bound. */
export interface ActiveElement {
  /** Its label, or `element 3` if there is no template. */
  readonly label: string;
  readonly index: number;
  readonly side: "lower" | "upper" | "fixed";
  /** The change of the loss for one unit that the bound moves, for small moves. */
  readonly gradient: number;
}

/** The uncertainty of a fit. Its flats and matrices have a number for each element of the flat. */
export interface Uncertainty {
  /**
   * 0 for active elements; for elements that the data do not determine, the variance is Infinity
   * and each covariance is NaN.
   */
  readonly covariance: NdArray<Float64Array>;
  /**
   * The covariance if as many undetermined elements are held as it takes to determine all others.
   * For a function that the data determine it does not matter which elements are held.
   */
  readonly held: NdArray<Float64Array>;
  /** The roots of the variances. All are NaN if the error variance is. */
  readonly standardErrors: Float64Array;
  /** NaN for active elements, and for those that the data do not determine. */
  readonly correlation: NdArray<Float64Array>;
  /** How many elements that are not active the data determine. */
  readonly rank: number;
  /** The degrees of freedom: residuals minus rank. */
  readonly freedom: number;
  /** The variance of a residual; NaN if it had to be estimated and no degree of freedom is left. */
  readonly errorVariance: number;
  /** Whether it was estimated. */
  readonly isEstimated: boolean;
  readonly active: readonly ActiveElement[];
  /** The labels of the elements that the data do not determine, in the order of the flat. */
  readonly undetermined: readonly string[];
  /** Directions in which the flat may move without a change of r; the largest part of each is 1. */
  readonly directions: readonly Float64Array[];
  /** The loss at the flat, its name, and the number of residuals. */
  readonly loss: number;
  readonly lossName: string;
  readonly rows: number;
  /** The residual of the largest size. */
  readonly largest: { readonly label: string; readonly r: number };
}

/**
 * How well a fit determines its elements, by linear theory: the covariance s²·(JᵀJ)⁻¹ at the flat,
 * wherever that came from. It evaluates the residuals once.
 *
 * The covariance is that of the free elements: an element exactly on a bound that pushes outward
 * counts as known. If J does not have full rank, `undetermined` names the elements that the data do
 * not determine, and the others have errors as if there were no such elements. J should be exact or
 * come from central differences: the covariance has half as many correct digits as J.
 *
 *     s² = 2·loss/(m - p), or Σψ²/(m - p)/(mean of ψ′)² for a robust loss, ψ the loss's derivative
 *
 * Bates & Watts 1988, section 2.1; Huber 1981, section 7.6
 *
 * @throws TypeError, RangeError naming the option or the element
 * @example
 * const u = uncertainty(flat, residuals, { rows, template: line, errorVariance: 1 });
 * shapedFromFlat(u.standardErrors, line).slope.get();
 */
export function uncertainty<F extends Flat>(
  flat: F,
  residuals: Residuals<F>,
  options: UncertaintyOptions,
): Uncertainty {
  const call = "uncertainty";
  const fit = readFit(call, flat, residuals, options);
  checkOptions(call, options, [...fitOptions, "errorVariance", "jacobianError", "loss"]);
  const { errorVariance, jacobianError = 0 } = options;
  const loss = readLoss(call, options.loss);
  checkNumber(call, "jacobianError", jacobianError, atLeastZero);
  if (errorVariance !== undefined) {
    checkNumber(call, "errorVariance", errorVariance, aboveZero);
    if (loss !== leastSquares) {
      throw wrongNumber(call, "loss", "be leastSquares with an errorVariance", loss.name);
    }
  }
  evaluateOnce(call, flat, residuals, fit);
  const { target, layout, r, rows, rowLayout, lower, upper } = fit;
  const x = rowOf(target);
  load(x, target);
  const { estimated, inverse, held, directions, active, gradient, ...found } = assess(
    x,
    fit,
    loss,
    jacobianError,
  );
  const n = x.length;
  const variance = errorVariance ?? estimated;
  const label = (i: number): string => placeOf(layout, i);
  // Residuals of 0 do not determine what J does not.
  const isNone = Number.isNaN(variance);
  const covariance = inverse.map((v) =>
    v === 0 ? 0 : v === Infinity && !isNone ? v : v * variance,
  );
  const errors = Float64Array.from(x, (_, i) => Math.sqrt(covariance[i * n + i]!));
  const widths = Float64Array.from(x, (_, i) => Math.sqrt(inverse[i * n + i]!));
  const correlation = inverse.map((v, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return i === j && v > 0 && v < Infinity ? 1 : v / widths[i]! / widths[j]!;
  });
  // A variance may also be infinite because it is beyond the range of doubles.
  const isUndetermined = (i: number): boolean => directions.some((own) => own[i] !== 0);
  const all = Array.from(x, (_, i) => i);
  const far = r.reduce((most, v, i) => (Math.abs(v) > Math.abs(r[most]!) ? i : most), 0);
  return Object.freeze({
    covariance: viewMaker(covariance)([n, n], [n, 1], 0),
    held: viewMaker(held.map((v) => (v === 0 ? 0 : v * variance)))([n, n], [n, 1], 0),
    standardErrors: errors,
    correlation: viewMaker(correlation)([n, n], [n, 1], 0),
    rank: found.rank,
    freedom: rows - found.rank,
    errorVariance: variance,
    isEstimated: errorVariance === undefined,
    active: all
      .filter((i) => active[i] !== 0)
      .map((i) => ({
        label: label(i),
        index: i,
        side: sideOf(lower[i] === upper[i], active[i]!),
        gradient: gradient[i]!,
      })),
    undetermined: all.filter(isUndetermined).map(label),
    directions,
    loss: found.loss,
    lossName: loss.name,
    rows,
    largest: { label: rowName(rowLayout, far), r: r[far]! },
  });
}

const sideOf = (isFixed: boolean, active: number): ActiveElement["side"] =>
  isFixed ? "fixed" : active < 0 ? "lower" : "upper";
