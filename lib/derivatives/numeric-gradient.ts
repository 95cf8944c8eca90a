import { checkFunction } from "../internal/checks.ts";
import { keepPoint } from "../internal/differences/keep-point.ts";
import {
  lossFrom,
  readFloatElements,
  readPoint,
  type AnyFlat,
  type DifferenceOptions,
} from "../internal/differences/point.ts";
import { readLimits, type DifferenceBounds } from "../internal/differences/read-limits.ts";
import { slopeOf } from "../internal/differences/slopes.ts";
import { sidesAt, stepAt } from "../internal/differences/steps.ts";
import { slopesWithin } from "../internal/differences/within-bounds.ts";
import { checkOptions } from "../internal/options.ts";

export interface NumericGradientOptions extends DifferenceOptions {
  /** Limits that no evaluation crosses: those of `lbfgs`. */
  readonly bounds?: DifferenceBounds;
}

/**
 * Makes an objective of a loss that has no gradient. It writes the gradient by central differences,
 * with the steps of `checkGradient`:
 *
 *   ∂f/∂xᵢ ≈ (f(x + h·eᵢ) - f(x - h·eᵢ)) / 2h,   h = ε^(1/3)·max(|xᵢ|, typical size)
 *
 * Two thirds of the digits of the loss are right at best: an error of 1e-10 in float64, of 1e-5 in
 * float32. An evaluation takes 2 of the loss for each element and one more. If an element is below 1e-3
 * and its typical size is not known, larger steps are tried until the loss moves. At a bound both
 * places are on the inner side, and an element that its bounds fix has the slope 0.
 *
 * @param loss gets the flat, whose elements are moved and moved back, and all further arguments; it
 *   leaves the flat as it is
 * @param options.typicalSize how large the elements usually are: a number, or a flat of them
 * @param options.bounds numbers or flats, `{ lower, upper }`, which the flat has to lie within
 * @throws TypeError, RangeError if an argument does not fit; the objective throws if the loss is not
 *   a number, or has changed the flat. If it is not finite at the flat itself, the gradient is NaN
 * @example
 * const rosenbrock = (x: Float64Array) => 100 * (x[1]! - x[0]! ** 2) ** 2 + (1 - x[0]!) ** 2;
 * for (const { loss } of lbfgs(flat, numericGradient(rosenbrock))) if (loss < 1e-9) break;
 */
export function numericGradient<F, Rest extends readonly unknown[] = []>(
  loss: (flat: F, ...rest: Rest) => number,
  options: NumericGradientOptions = {},
): (flat: F, gradient: F, ...rest: Rest) => number {
  const call = "numericGradient";
  checkFunction(call, "loss", loss);
  checkOptions(call, options, ["typicalSize", "bounds"]);
  const { bounds } = options;
  return (flat, gradient, ...rest) => {
    const point = readPoint(call, flat as AnyFlat, options);
    const { size } = point;
    const goal = readFloatElements(call, "gradient", gradient as AnyFlat, size, "flat has");
    const limits = bounds === undefined ? undefined : readLimits(call, bounds, point);
    const evaluate = (): [number] => lossFrom(call, "loss", loss(flat, ...rest));
    const checkPoint = keepPoint(call, "loss", point);
    const center = evaluate();
    const slopes = Float64Array.from({ length: size }, (_, i) => {
      if (!Number.isFinite(center[0])) return Number.NaN;
      if (limits !== undefined) {
        const [lower, upper] = [limits.lower[i]!, limits.upper[i]!];
        return slopesWithin(point, i, lower, upper, center, evaluate)(0);
      }
      return slopeOf(stepAt(point, i, center, sidesAt(point, i, evaluate)));
    });
    checkPoint();
    for (let i = 0; i < size; i++) goal.data[goal.offset + i * goal.stride] = slopes[i]!;
    return center[0];
  };
}
