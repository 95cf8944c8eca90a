import { atLeastZero, zeroToBelowOne } from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
import { openStep } from "../kernels/open-step.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, RunOptions } from "../run/contract.ts";
import { takeGradients } from "../run/first-order.ts";
import { aheadOf } from "../run/look-ahead.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { Rate } from "../run/rate.ts";
import type { State } from "../run/state.ts";

export interface GradientDescentOptions<F, B extends readonly unknown[] = []> extends RunOptions<
  F,
  B
> {
  /** α; 0.1 by default. */
  readonly stepRate?: Rate;
  /** β, the part of the last step that is taken again; 0 by default. */
  readonly momentum?: Rate;
  /** Takes the gradient where the momentum leads; false by default. */
  readonly nesterov?: boolean;
}

/**
 * Gradient descent with momentum.
 *
 *     step ← α·∇f(x) + β·step                         Polyak 1964
 *     x ← x - step
 *
 * With `nesterov` the gradient is that at x - β·step.  Nesterov 1983
 *
 * @example
 * gradientDescent(flat, objective, { stepRate: decaying(0.1, 0.99), momentum: 0.9, batches });
 */
export function gradientDescent<
  F extends Flat,
  B extends readonly unknown[] = [],
  L extends Loss = number,
>(
  flat: F,
  objective: Objective<F, B, L>,
  options: GradientDescentOptions<F, B> = {},
): LoopOf<Info<F, State<F, "step">>, L> {
  const run = begin("gradientDescent", flat, objective, options);
  const { x, g } = run;
  const stepRate = run.rate("stepRate", options.stepRate, 0.1, atLeastZero);
  const momentum = run.rate("momentum", options.momentum, 0, zeroToBelowOne);
  const nesterov = run.flag("nesterov", options.nesterov);
  const step = run.state.flat("step");
  const prepare = nesterov ? aheadOf(run, step, momentum) : undefined;

  const kernel = nesterov ? "nesterov" : "gradientDescent";
  const move = openStep(kernel, [x, g, step], [stepRate, momentum]);

  const update = (): void => {
    run.watch(stepRate.most / (1 - momentum.most));
    move();
  };
  return takeGradients(run, { prepare, update });
}
