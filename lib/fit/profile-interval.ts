import { short } from "../internal/aligned-text.ts";
import { isFloat32 } from "../internal/arrays.ts";
import { wrongNumber } from "../internal/messages.ts";
import { aboveZero, atLeastZero, betweenZeroAndOne, checkNumber } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import type { Flat } from "../internal/read-flat.ts";
import type { Residuals } from "../optimize/run/contract.ts";
import { placeOf } from "../optimize/run/finite.ts";
import { load, rowOf, store } from "../optimize/run/flats.ts";
import { assess } from "./covariance/assess.ts";
import { leastSquares } from "./losses.ts";
import { elementIn } from "./profile/element-in.ts";
import { findLimit, SLACK } from "./profile/find-limit.ts";
import { openRefit } from "./profile/refit.ts";
import { tQuantile } from "./quantiles/t-quantile.ts";
import { evaluateOnce } from "./residuals/evaluate-once.ts";
import { fitOptions, readFit, type FitArguments, type FitOptions } from "./residuals/read-fit.ts";

export interface ProfileOptions extends FitOptions {
  /** The confidence level of the interval; 0.95 by default. */
  readonly level?: number;
  /** The variance of a residual if it is known, as for `uncertainty`. */
  readonly errorVariance?: number;
  /** The relative error of J, as for `uncertainty`. */
  readonly jacobianError?: number;
}

export interface ProfileInterval {
  /** The end; or the bound, if that was met first; -Infinity or Infinity if there is neither. */
  readonly lower: number;
  readonly upper: number;
  /** Whether the loss rises to the level on that side. */
  readonly reachedLower: boolean;
  readonly reachedUpper: boolean;
  /** How often the residuals were evaluated. */
  readonly evaluations: number;
}

/** How many standard errors the search goes. */
const FAR = 1e3;

/**
 * The interval of one element by its profile: all values at which a fit of the other elements is
 * not worse than the level allows. Use it if a covariance would mislead: near bounds, for curved
 * models, for elements that the data hardly determine.
 *
 *     { v : 2·loss(v) - 2·loss ≤ s²·q² }, loss(v) the minimum over the other elements,
 *     q = t of m - p degrees for an estimated s², that of the normal distribution for a known one
 *
 * Bates & Watts 1988, section 6.1. It is the interval of the F test with one element fixed.
 *
 * The flat has to be at the minimum. The function is evaluated with the flat elsewhere, and the flat
 * has its bits back afterwards, even after an exception.
 *
 * @param element its label, which needs the option `template`, or its index
 * @throws TypeError, RangeError naming the option or the element; RangeError if the flat is not at the
 *   minimum, or a lower one is met
 * @example
 * const { lower, upper } = profileInterval(flat, residuals, "slope", { rows, template: line });
 */
export function profileInterval<F extends Flat>(
  flat: F,
  residuals: Residuals<F>,
  element: string | number,
  options: ProfileOptions,
): ProfileInterval {
  const call = "profileInterval";
  const fit = readFit(call, flat, residuals, options);
  checkOptions(call, options, [...fitOptions, "level", "errorVariance", "jacobianError"]);
  const { level = 0.95, errorVariance, jacobianError = 0 } = options;
  checkNumber(call, "level", level, betweenZeroAndOne);
  if (errorVariance !== undefined) checkNumber(call, "errorVariance", errorVariance, aboveZero);
  checkNumber(call, "jacobianError", jacobianError, atLeastZero);
  const { target, layout, rows } = fit;
  const index = elementIn(call, element, target.size, layout);
  const name = placeOf(layout, index);
  const [lowest, highest] = [fit.lower[index]!, fit.upper[index]!];
  if (lowest === highest) throw new RangeError(`${call}: ${name} is fixed by its bounds`);

  evaluateOnce(call, flat, residuals, fit);
  const x = rowOf(target).slice();
  load(x, target);
  const { loss, gradient, rank, estimated, inverse } = assess(x, fit, leastSquares, jacobianError);
  const variance = errorVariance ?? estimated;
  if (!(variance > 0)) {
    throw wrongNumber(call, "errorVariance", "be given if it cannot be estimated", variance);
  }
  const freedom = errorVariance === undefined ? rows - rank : Infinity;
  const quantile = tQuantile(freedom, level);
  const rise = (variance * quantile * quantile) / 2;
  const fall = fallBy(gradient, inverse);
  if (fall > SLACK * rise) {
    throw new RangeError(
      `${call}: flat must be at the minimum, and a step lowers the loss from ${loss} by about ${short(fall, 4)}`,
    );
  }
  const error = Math.sqrt(variance * widthOf(inverse[index * (x.length + 1)]!, fit, index));
  const unreached = { limit: NaN, isReached: false };
  const refit = openRefit(call, flat, residuals, fit, index);
  const estimate = x[index]!;

  const limitOn = (side: -1 | 1, bound: number) => {
    if (error === Infinity || bound === estimate) return { ...unreached, limit: bound };
    refit.x.set(x);
    return findLimit({
      estimate,
      loss,
      side,
      bound,
      rise,
      width: quantile * error,
      far: FAR * error,
      round: isFloat32(x) ? Math.fround : (value) => value,
      lossAt: (value) => [refit.at(value), refit.slope],
      isLower: (value, there) =>
        new RangeError(
          `${call}: a lower minimum lies at ${name} = ${value}; the loss is ${there} there and ${loss} at the flat`,
        ),
    });
  };
  try {
    const lower = limitOn(-1, lowest);
    const upper = limitOn(1, highest);
    return {
      lower: lower.limit,
      upper: upper.limit,
      reachedLower: lower.isReached,
      reachedUpper: upper.isReached,
      evaluations: 1 + refit.evaluations,
    };
  } finally {
    refit.x.set(x);
    store(refit.x, target);
  }
}

/** How much of the loss a whole step takes away if r is linear: ½gᵀ·(JᵀJ)⁻¹·g, over determined elements. */
function fallBy(gradient: Float64Array, inverse: Float64Array): number {
  const n = gradient.length;
  let sum = 0;
  inverse.forEach((v, at) => {
    if (Number.isFinite(v)) sum += gradient[Math.floor(at / n)]! * v * gradient[at % n]!;
  });
  return sum / 2;
}

/** The variance in units of s², or that with all others fixed if there is none. */
function widthOf(
  variance: number,
  { matrix, rows }: Pick<FitArguments, "matrix" | "rows">,
  index: number,
): number {
  if (variance > 0 && variance < Infinity) return variance;
  const { data, offset, rowStride, columnStride } = matrix;
  let squares = 0;
  for (let i = 0; i < rows; i++) {
    const slope = data[offset + i * rowStride + index * columnStride]!;
    squares += slope * slope;
  }
  return 1 / squares;
}
