import { keepPoint } from "../internal/differences/keep-point.ts";
import {
  bindObjective,
  readPoint,
  type AnyFlat,
  type DifferenceOptions,
} from "../internal/differences/point.ts";
import { estimatesAt } from "../internal/differences/estimate.ts";
import {
  gravest,
  gravestByLeaf,
  judge,
  nothing,
  type Verdict,
} from "../internal/differences/verdict.ts";
import { checkOptions } from "../internal/options.ts";
import { labelAt, resolve, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";

/** The element, of a leaf or of the whole flat, whose verdict matters most. */
export interface WorstElement extends Verdict {
  /** The leaf. */
  readonly path: string;
  readonly label: string;
}

/** The report of `checkGradient`; `leaves` has an element of each leaf that has elements. */
export interface GradientCheck extends WorstElement {
  readonly leaves: readonly WorstElement[];
}

/**
 * Compares the gradient that an objective writes with central differences, element by element:
 *
 *   ∂f/∂xᵢ ≈ (f(x + h·eᵢ) - f(x - h·eᵢ)) / 2h,   h = ε^(1/3)·max(|xᵢ|, typical size)
 *
 * Differences with the step 8h then show how wrong this can be, by truncation and by the rounding
 * of the loss. That uncertainty is subtracted from the error, so a right gradient has an error of 0
 * or nearly 0, and hardly ever one above 1e-6 (1e-3 in float32). A wrong one shows its error if the
 * differences can see it. `sure` says whether they could.
 *
 * The gradient array is full of NaN when the objective gets it, because solvers hand over arrays that
 * they used before: an element that the objective forgets, or adds to, has the error Infinity.
 *
 * The check takes 4 evaluations for each element and one more. If an element is below 1e-3 and its
 * typical size is not known, larger steps are tried until the loss moves. Every element of the flat
 * has its bits back afterwards, even after an exception.
 *
 * @param objective writes the gradient in place and returns the loss
 * @param options.typicalSize how large the elements usually are: a number, or a flat of them
 * @throws TypeError, RangeError if the flat or the sizes do not fit, a loss is not a number, or the
 *   objective has changed the flat
 * @example
 * const { worst, sure, label } = checkGradient(objective, flat, template);
 * if (worst > 1e-6) console.log(`the gradient is ${sure ? "" : "perhaps "}wrong at ${label}`);
 */
export function checkGradient<F extends AnyFlat>(
  objective: (flat: F, gradient: F) => number,
  flat: F,
  template: Template | Layout,
  options: DifferenceOptions = {},
): GradientCheck {
  const call = "checkGradient";
  checkOptions(call, options, ["typicalSize"]);
  const layout = resolve(call, template);
  const point = readPoint(call, flat, options, layout.size);
  const { gradient, evaluate } = bindObjective(call, objective, flat, point);
  const { dtype } = point;
  const checkPoint = keepPoint(call, "the objective", point);

  const loss = evaluate();
  const analytic = gradient.slice();
  const compare = (path: string, index: number): WorstElement => {
    const numeric = estimatesAt(point, index, loss, evaluate)(0);
    return { path, label: labelAt(layout, index), ...judge(analytic[index]!, numeric, dtype) };
  };
  const leaves = gravestByLeaf(layout.slots, dtype, compare);
  checkPoint();
  const worst = leaves.length === 0 ? { path: "", label: "", ...nothing } : gravest(leaves, dtype);
  return { ...worst, leaves };
}
