import type { NdArray } from "ndarray";
import { checkBoolean } from "../internal/checks.ts";
import { estimatesAt } from "../internal/differences/estimate.ts";
import { keepPoint } from "../internal/differences/keep-point.ts";
import {
  bindObjective,
  readPoint,
  type AnyFlat,
  type DifferenceOptions,
} from "../internal/differences/point.ts";
import { slopesOf } from "../internal/differences/slopes.ts";
import { viewMaker } from "../internal/make-view.ts";
import { checkOptions } from "../internal/options.ts";
import { labelAt, resolve, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";

export interface NumericHessian {
  /** A symmetric matrix [size, size], which `blockViews` reads. */
  readonly hessian: NdArray<Float64Array>;
  /** The error of each element of the matrix: it is hardly ever wrong by more. */
  readonly errors: NdArray<Float64Array>;
}

/**
 * The second derivatives of an objective by central differences of its gradient, with the steps of
 * `checkGradient`. Each is found twice, as the change of ∂f/∂xᵢ with xⱼ and of ∂f/∂xⱼ with xᵢ, and
 * both elements get the one with the smaller error. If the two differ by more than their errors, as
 * they do if the gradient is wrong, the error is at least what remains.
 *
 * For n elements it takes 4n + 1 evaluations of the objective, and about 10 of 16 digits are right.
 * With `gradient: false` the gradient is differenced too: that takes about 8n² evaluations of the
 * loss alone, and about 7 digits are right. If an element is below 1e-3 and its typical size is not
 * known, larger steps are tried until the gradient moves. Every element of the flat has its bits back
 * afterwards, even after an exception.
 *
 * @param objective writes the gradient in place and returns the loss
 * @param options.typicalSize how large the elements usually are: a number, or a flat of them
 * @param options.gradient false if the objective only returns the loss
 * @throws TypeError, RangeError if the flat or the sizes do not fit, or the gradient at the flat is
 *   not finite; its label is named
 * @example
 * const { hessian, errors } = numericHessian(objective, flat, template);
 * blockViews(hessian, template).w.b; // ∂²f/∂w∂b
 */
export function numericHessian<F extends AnyFlat>(
  objective: (flat: F, gradient: F) => number,
  flat: F,
  template: Template | Layout,
  options: DifferenceOptions & { readonly gradient?: boolean } = {},
): NumericHessian {
  const call = "numericHessian";
  checkOptions(call, options, ["typicalSize", "gradient"]);
  const { gradient: isWritten = true } = options;
  checkBoolean(call, "gradient", isWritten);
  const layout = resolve(call, template);
  const point = readPoint(call, flat, options, layout.size);
  const { gradient, evaluate } = bindObjective(call, objective, flat, point);
  const written = (): typeof gradient => {
    gradient.fill(Number.NaN);
    evaluate();
    return gradient.slice();
  };
  const differenced = isWritten ? undefined : slopesOf(point, evaluate);
  const slopes = differenced?.slopes ?? written;

  const checkPoint = keepPoint(call, "the objective", point);
  const center = slopes();
  for (const [i, slope] of center.entries()) {
    if (!Number.isFinite(slope)) {
      throw new RangeError(`${call}: the gradient is ${slope} at ${labelAt(layout, i)}`);
    }
  }
  const n = layout.size;
  const order = differenced === undefined ? 1 : 2;
  const [values, errors] = [new Float64Array(n * n), new Float64Array(n * n)];
  for (let j = 0; j < n; j++) {
    const estimateOf = estimatesAt(point, j, center, slopes, differenced?.heightOf, order);
    for (let i = 0; i < n; i++) {
      const { value, error } = estimateOf(i);
      values[i * n + j] = value;
      errors[i * n + j] = error;
      if (i < j) agree(values, errors, i * n + j, j * n + i);
    }
  }
  checkPoint();
  const matrix = (data: Float64Array): NdArray<Float64Array> => viewMaker(data)([n, n], [n, 1], 0);
  return { hessian: matrix(values), errors: matrix(errors) };
}

/** Gives two elements that should be equal the value of the better one. */
function agree(values: Float64Array, errors: Float64Array, i: number, j: number): void {
  const [best, other] = errors[i]! <= errors[j]! ? [i, j] : [j, i];
  const difference = Math.abs(values[i]! - values[j]!);
  // An infinite error explains all, also a value that is NaN.
  const unexplained = errors[other]! < Infinity ? difference - errors[other]! : 0;
  values[other] = values[best]!;
  errors[i] = errors[j] = Math.max(errors[best]!, unexplained);
}
