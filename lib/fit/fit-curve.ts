import { checkFunction } from "../internal/checks.ts";
import { wrongNumber } from "../internal/messages.ts";
import { aboveZero, checkNumber, count } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { labelAt, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";
import { openBands } from "./curve/bands.ts";
import type { BandOptions, CurveFit, CurveOptions, ModelValue } from "./curve/curve-options.ts";
import { modelResiduals, valuesIn, type Model } from "./curve/model-residuals.ts";
import { readPoints } from "./curve/read-data.ts";
import { readParameters } from "./curve/read-parameters.ts";
import { covarianceOfValues } from "./covariance/covariance-of-values.ts";
import { fitReport, type FitReport } from "./fit-report.ts";
import { leastSquares } from "./losses.ts";
import { DIFFERENCES } from "./numeric-jacobian.ts";
import { elementIn } from "./profile/element-in.ts";
import { profileInterval } from "./profile-interval.ts";
import { counted } from "./report/digits.ts";
import { readLoss } from "./residuals/read-options.ts";
import { openFit } from "./rule/open-fit.ts";
import { uncertainty } from "./uncertainty.ts";

const names: readonly (keyof CurveOptions<Template, unknown, number>)[] = [
  "template",
  "model",
  "x",
  "y",
  "sigma",
  "weights",
  "start",
  "bounds",
  "fixed",
  "constraints",
  "gradient",
  "loss",
  "radius",
  "maxIterations",
];

/**
 * Fits a curve to points: finds the parameters of a model that bring it nearest to y, and says how
 * well the points determine them. Parameters have the names and the shapes of the template.
 *
 * The function runs `levenbergMarquardt` on (model - y)/σ, and then `uncertainty`. Call those two
 * yourself to see every step in a loop, or for residuals of another form. The derivatives of the
 * model are central differences unless there is a `gradient`.
 *
 * A model with several outputs returns a list of them, and each row of y is such a list.
 *
 * @throws TypeError, RangeError naming the option, the parameter or the row, before the model is
 *   called; RangeError if the model or a derivative is not finite at the start or at a point that
 *   the fit accepts
 * @example
 * const fit = fitCurve({
 *   template: { vm: [], k: [] },
 *   model: ({ vm, k }, x: number) => (vm * x) / (k + x),
 *   x: concentration, y: rate, start: { vm: 200, k: 0.1 },
 * });
 * fit.values.vm; fit.standardErrors.vm; console.log(fit.report());
 */
export function fitCurve<
  const T extends Template | Layout,
  X = number,
  Y extends ModelValue = number,
>(options: CurveOptions<T, X, Y>): CurveFit<T, X, Y> {
  const call = "fitCurve";
  checkOptions(call, options, names);
  const { maxIterations = 1000, radius = 100 } = options;
  checkFunction(call, "model", options.model);
  if (options.gradient !== undefined) checkFunction(call, "gradient", options.gradient);
  const loss = readLoss(call, options.loss);
  checkNumber(call, "maxIterations", maxIterations, count);
  checkNumber(call, "radius", radius, aboveZero);
  const parameters = readParameters(call, options);
  const points = readPoints(call, options);
  const model = options as unknown as Model;

  const { values, free, start: flat, bounds, constraints } = parameters;
  const { rows } = points;
  const residuals = modelResiduals(call, model, parameters, points);
  const problem = { rows, template: free, bounds };
  const loop = openFit(call, flat, residuals, { ...problem, loss, radius });
  for (const { iteration } of loop) if (iteration === maxIterations) break;
  const end = loop.end!;

  const r = new Float64Array(rows.size);
  const known = {
    ...(points.isKnown && loss === leastSquares ? { errorVariance: 1 } : {}),
    jacobianError: options.gradient === undefined ? DIFFERENCES : 0,
  };
  const u = uncertainty(flat, residuals, { ...problem, ...known, r, loss });
  const fitted = new Float64Array(values.size);
  if (constraints === undefined) fitted.set(flat);
  else constraints.forward(flat, fitted);
  const covariance = covarianceOfValues(constraints, flat, u);

  return Object.freeze({
    values: valuesIn(values, fitted),
    standardErrors: valuesIn(
      values,
      fitted.map((_, i) => Math.sqrt(covariance.get(i, i))),
    ),
    covariance,
    end,
    uncertainty: u,
    r,
    influence: r.map((own) => loss.weight(own)),
    report: (given: Partial<FitReport> = {}) => {
      checkOptions("report", given, ["intervals", "level", "correlations"]);
      const text = fitReport({
        ...given,
        flat,
        template: values,
        uncertainty: u,
        ...(constraints === undefined ? {} : { constraint: constraints }),
      });
      const { reason, iteration } = end;
      const isOver = reason !== "stopped";
      return `${text}\n${reason} after ${counted(iteration, "iteration")}${isOver ? "" : ", before it converged"}`;
    },
    profileInterval: (label: string | number, given: BandOptions = {}) => {
      checkOptions("profileInterval", given, ["level"]);
      if (loss !== leastSquares) {
        throw wrongNumber("profileInterval", "loss", "be leastSquares", loss.name);
      }
      const index = elementIn("profileInterval", label, values.size, values);
      const { path } = values.slots.find(({ offset, size }) => index < offset + size)!;
      if (constraints?.constrained.includes(path) === true) {
        const way = "give it bounds, or let the model compute it from parameters without one";
        throw new RangeError(`profileInterval: ${path} has a constraint; ${way}`);
      }
      // The free side may have fewer elements, so the label says which one it is there.
      const element = labelAt(values, index);
      return profileInterval(flat, residuals, element, { ...problem, ...known, ...given });
    },
    ...openBands({ model, parameters, points, flat, uncertainty: u }),
  }) as unknown as CurveFit<T, X, Y>;
}
