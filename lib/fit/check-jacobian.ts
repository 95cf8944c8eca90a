import { isThenable } from "../internal/is-thenable.ts";
import { wrongKind } from "../internal/messages.ts";
import { estimatesAt } from "../internal/differences/estimate.ts";
import { keepPoint } from "../internal/differences/keep-point.ts";
import { readPoint, type DifferenceOptions, type Point } from "../internal/differences/point.ts";
import {
  gravest,
  gravestByLeaf,
  judge,
  nothing,
  type Verdict,
} from "../internal/differences/verdict.ts";
import { checkOptions } from "../internal/options.ts";
import type { Flat } from "../internal/read-flat.ts";
import { labelAt, resolve, type Layout } from "../layout.ts";
import type { Residuals } from "../optimize/run/contract.ts";
import type { Template } from "../template.ts";
import { forget, rowName } from "./residuals/check-finite.ts";
import { readFit, type FitOptions } from "./residuals/read-fit.ts";

/** The derivative whose verdict matters most, of a leaf or of the whole Jacobian. */
export interface WorstDerivative extends Verdict {
  /** The leaf of the flat. */
  readonly path: string;
  /** The residual: its label if the rows have a template, or `row 17`. */
  readonly row: string;
  /** The label of the element of the flat. */
  readonly column: string;
}

/** The report of `checkJacobian`; `leaves` has a derivative by each leaf that has elements. */
export interface JacobianCheck extends WorstDerivative {
  readonly leaves: readonly WorstDerivative[];
}

/**
 * Compares the Jacobian that residuals write with central differences of the residuals, as
 * `checkGradient` does with gradients. The report has the same fields: compare `worst` with 1e-6
 * (1e-3 for a float32 flat); `sure` says whether the differences could tell. r and the Jacobian are
 * full of NaN before the call, so a derivative that is not written has the error Infinity.
 *
 * The check takes an evaluation with a Jacobian, and 4 of r alone for each column. The flat has its
 * bits back afterwards.
 *
 * @param rows how many residuals there are, or a template of that size, which gives them names
 * @param options.typicalSize how large the elements usually are: a number, or a flat of them
 * @throws TypeError, RangeError if an argument does not fit, a residual at the flat is not finite, or
 *   the residuals are a promise
 * @example
 * const { worst, row, column } = checkJacobian(residuals, flat, { slope: [], intercept: [] }, { y: 20 });
 * if (worst > 1e-6) throw new Error(`the derivative of ${row} by ${column} is wrong`);
 */
export function checkJacobian<F extends Flat>(
  residuals: Residuals<F>,
  flat: F,
  template: Template | Layout,
  rows: FitOptions["rows"],
  options: DifferenceOptions = {},
): JacobianCheck {
  const call = "checkJacobian";
  checkOptions(call, options, ["typicalSize"]);
  const layout = resolve(call, template);
  const fit = readFit(call, flat, residuals, { rows, template: layout });
  const point = readPoint(call, flat, options, layout.size);
  const { r, rowLayout, jacobian } = fit;
  const evaluate = (matrix: typeof jacobian | undefined): Float64Array => {
    const given: unknown = residuals(flat, r, matrix);
    if (isThenable(given)) throw wrongKind(call, "residuals", "return at once", given);
    return r.slice();
  };

  const checkPoint = keepPoint(call, "residuals", point);
  forget(fit);
  const center = evaluate(jacobian);
  const bad = center.findIndex((v) => !Number.isFinite(v));
  if (bad !== -1) {
    throw new RangeError(`${call}: r is ${center[bad]} at ${rowName(rowLayout, bad)}`);
  }
  const analytic = jacobian.data.slice();
  const { dtype } = point;
  const n = layout.size;
  const heights = center.map((_, i) => largestTerm(analytic.subarray(i * n, i * n + n), point));
  const heightOf = (i: number): number => heights[i]!;
  const compare = (path: string, j: number): WorstDerivative => {
    const estimateOf = estimatesAt(point, j, center, () => evaluate(undefined), heightOf);
    const found = Array.from(center, (_, i) => ({
      ...judge(analytic[i * n + j]!, estimateOf(i), dtype),
      i,
    }));
    const { i, ...verdict } = gravest(found, dtype);
    return { path, row: rowName(rowLayout, i), column: labelAt(layout, j), ...verdict };
  };
  const leaves = gravestByLeaf(layout.slots, dtype, compare);
  checkPoint();
  const none = { path: "", row: "", column: "", ...nothing };
  return { ...(leaves.length === 0 ? none : gravest(leaves, dtype)), leaves };
}

/**
 * The largest |∂r/∂xⱼ·xⱼ|. A residual may be a small difference of large terms of a model. Its
 * derivatives show how large these are, and so how large its rounding is.
 */
function largestTerm(row: Float64Array, { data, offset, stride }: Point): number {
  let largest = 0;
  for (let j = 0; j < row.length; j++) {
    const term = Math.abs(row[j]! * data[offset + j * stride]!);
    if (term < Infinity) largest = Math.max(largest, term);
  }
  return largest;
}
