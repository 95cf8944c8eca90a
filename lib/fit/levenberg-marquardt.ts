import type { Flat } from "../internal/read-flat.ts";
import type { Residuals } from "../optimize/run/contract.ts";
import type { FitLoop, LevenbergMarquardtOptions } from "./rule/fit-info.ts";
import { openFit } from "./rule/open-fit.ts";

/**
 * Fits by least squares: finds the minimum of ½·Σr² over the elements of the flat, or of a robust
 * loss. Each iteration is one accepted step, and the loop ends by itself when no step is left that
 * changes anything; `end.reason` says why. It needs no start near the minimum and no tolerance.
 *
 *     d = argmin ½‖J·d + r‖² + ½λ‖D·d‖² within the bounds, λ so that ‖D·d‖ is about Δ
 *     x ← x + d if the loss falls; Δ grows or shrinks by how well J predicted that
 *
 * Levenberg 1944; Marquardt 1963; Moré 1978, "The Levenberg-Marquardt algorithm: implementation and
 * theory", LNM 630; for bounds, Stark & Parker 1995
 *
 * Elements reach their bounds exactly, and the function is never evaluated outside of them.
 *
 * @param residuals writes r and, unless it gets undefined for it, J: at every accepted point, after
 *   trials which need r alone. It may return a promise; then the loop is a `for await`
 * @throws TypeError, RangeError naming the option or the element; if r or J is not finite where the
 *   fit starts or arrives, with the labels of its row and column
 * @example
 * const line = layoutOf({ slope: [], intercept: [] });
 * for (const info of levenbergMarquardt(flat, residuals, { rows, template: line })) {
 *   console.log(info.iteration, info.loss);
 * }
 */
export function levenbergMarquardt<F extends Flat, R = void>(
  flat: F,
  residuals: Residuals<F, R>,
  options: LevenbergMarquardtOptions<F>,
): FitLoop<F, R> {
  return openFit("levenbergMarquardt", flat, residuals, options);
}
