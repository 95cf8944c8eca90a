import { aboveZero, atLeastZero } from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
import type { Residuals } from "../../optimize/run/contract.ts";
import { readGradient } from "../../optimize/run/read-arguments.ts";
import { openRun } from "../../optimize/run/open-run.ts";
import { fitOptions, readFit } from "../residuals/read-fit.ts";
import { readLoss, readScale } from "../residuals/read-options.ts";
import { CONVERGED, openSolver } from "../step/solver.ts";
import type { FitLoop, LevenbergMarquardtOptions } from "./fit-info.ts";
import { takeSteps } from "./take-steps.ts";

/** The loop of `levenbergMarquardt`, for the public function `call`. */
export function openFit<F extends Flat, R = void>(
  call: string,
  flat: F,
  residuals: Residuals<F, R>,
  options: LevenbergMarquardtOptions<F>,
): FitLoop<F, R> {
  const fit = readFit(call, flat, residuals, options);
  const { target, layout, r, matrix, lower, upper } = fit;
  const [gradient, slope] = readGradient(call, flat, target, options.gradient);
  const loss = readLoss(call, options.loss);
  const common = [...fitOptions, "loss", "scale", "gradient", "state"];
  const run = openRun({ call, flat, target, layout, options, common });
  const factor = run.number("radius", options.radius, 1, aboveZero);
  const scale = run.state.sizes("scale");
  const isScaleFixed = options.scale !== undefined;
  if (options.scale !== undefined) readScale(call, options.scale, scale, layout);
  const { state } = run;
  const memory = Object.assign(
    state.number("radius", 0, atLeastZero),
    state.number("damping", 0, atLeastZero),
    state.number("hidden", 0, atLeastZero),
  );
  const given = { r, matrix, lower, upper, loss, memory, scale, isScaleFixed, factor };
  const solver = openSolver({ ...given, converged: CONVERGED });
  const rule = takeSteps(run, fit, solver, slope, (isWhole) =>
    residuals(flat, r, isWhole ? fit.jacobian : undefined),
  );
  return run.iterate(rule, rule.evaluation, { ...rule.shown, gradient }) as FitLoop<F, R>;
}
