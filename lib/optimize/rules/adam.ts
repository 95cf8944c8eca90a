import { power } from "../../internal/exact-math/power.ts";
import { aboveZero, atLeastZero, zeroToBelowOne } from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
import { openStep } from "../kernels/open-step.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, Progress, RunOptions } from "../run/contract.ts";
import { takeGradients } from "../run/first-order.ts";
import { aheadOf } from "../run/look-ahead.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { Rate } from "../run/rate.ts";
import type { State } from "../run/state.ts";

export interface AdamOptions<F, B extends readonly unknown[] = []> extends RunOptions<F, B> {
  /** α; 0.001 by default. */
  readonly stepRate?: Rate;
  /** β₁, the part of the mean gradient that is kept; 0.9 by default. climin has 1 - β₁. */
  readonly beta1?: number;
  /** β₂, the part of the mean square that is kept; 0.999 by default. climin has 1 - β₂. */
  readonly beta2?: number;
  /** ε; 1e-8 by default. */
  readonly epsilon?: number;
  /** The part of the last step that is taken before the gradient; 0 by default. */
  readonly momentum?: Rate;
}

/**
 * Adam: every element moves by about α, whatever the scale of its gradient.
 *
 *     m ← β₁·m + (1 - β₁)·g                           Kingma & Ba 2015, algorithm 1,
 *     v ← β₂·v + (1 - β₂)·g²                          in the order of section 2, last lines
 *     x ← x - α·√(1 - β₂ᵗ)/(1 - β₁ᵗ) · m/(√v + ε)
 *
 * With `momentum` each step begins with a part of the last, before the gradient.  Dozat 2016
 *
 * @example
 * adam(flat, objective, { stepRate: warmUp(100, 1e-3), batches });
 */
export function adam<F extends Flat, B extends readonly unknown[] = [], L extends Loss = number>(
  flat: F,
  objective: Objective<F, B, L>,
  options: AdamOptions<F, B> = {},
): LoopOf<Info<F, State<F, "firstMoment" | "secondMoment", "step">>, L> {
  const run = begin("adam", flat, objective, options);
  const { x, g } = run;
  const stepRate = run.rate("stepRate", options.stepRate, 0.001, atLeastZero);
  const momentum = run.rate("momentum", options.momentum, 0, zeroToBelowOne);
  const beta1 = run.number("beta1", options.beta1, 0.9, zeroToBelowOne);
  const beta2 = run.number("beta2", options.beta2, 0.999, zeroToBelowOne);
  const epsilon = run.number("epsilon", options.epsilon, 1e-8, aboveZero);
  const m = run.state.flat("firstMoment");
  const v = run.state.sizes("secondMoment");
  const step = options.momentum === undefined ? undefined : run.state.flat("step");
  const prepare = step === undefined ? undefined : aheadOf(run, step, momentum);

  const rows = step === undefined ? [x, g, m, v] : [x, g, m, v, step];
  const kernel = step === undefined ? "adam" : "adamAhead";
  const move = openStep(kernel, rows, [stepRate, momentum], [beta1, beta2, epsilon]);

  const update = ({ iteration }: Progress): void => {
    const t = iteration + 1;
    const correction = Math.sqrt(1 - power(beta2, t)) / (1 - power(beta1, t));
    run.watch((stepRate.most * correction) / epsilon / (1 - momentum.most));
    move(correction);
  };
  return takeGradients(run, { prepare, update });
}
