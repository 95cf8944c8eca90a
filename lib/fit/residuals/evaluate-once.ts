import type { Flat } from "../../internal/read-flat.ts";
import type { Residuals } from "../../optimize/run/contract.ts";
import { isThenable } from "../../internal/is-thenable.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkFinite, forget } from "./check-finite.ts";
import type { FitArguments } from "./read-fit.ts";

/**
 * Evaluates residuals and Jacobian at the flat, for a function that has no loop to wait in.
 *
 * @throws TypeError if it returns a promise; RangeError with labels if an element is not finite
 */
export function evaluateOnce<F extends Flat>(
  call: string,
  flat: F,
  residuals: Residuals<F, unknown>,
  fit: FitArguments,
): void {
  forget(fit);
  const given = residuals(flat, fit.r, fit.jacobian);
  if (isThenable(given)) throw wrongKind(call, "residuals", "return at once", given);
  checkFinite(`${call}:`, fit);
}
