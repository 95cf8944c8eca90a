import {
  aboveZero,
  atLeastZero,
  zeroToBelowOne,
  checkBounds,
  atLeastZeroOrInfinite,
} from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
import { openStep } from "../kernels/open-step.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, RunOptions } from "../run/contract.ts";
import { takeGradients } from "../run/first-order.ts";
import { aheadOf } from "../run/look-ahead.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { Rate } from "../run/rate.ts";
import type { State } from "../run/state.ts";

export interface RmsPropOptions<F, B extends readonly unknown[] = []> extends RunOptions<F, B> {
  /** α; 0.001 by default. */
  readonly stepRate?: Rate;
  /** γ, the part of the mean square that is kept; 0.9 by default. */
  readonly decay?: number;
  /** β, the part of the last step that is taken before the gradient; 0 by default. */
  readonly momentum?: Rate;
  /** ε; 1e-8 by default. */
  readonly epsilon?: number;
  /** Gives each element a step rate of its own, which changes by this part; 0 by default. */
  readonly adaptStepRate?: number;
  /** The lower bound of adapted step rates; 0 by default. */
  readonly minStepRate?: number;
  /** The upper bound of adapted step rates; Infinity by default. */
  readonly maxStepRate?: number;
}

/**
 * RMSprop: divides gradients by the root of their mean square.
 *
 *     x ← x - β·step                                  Tieleman & Hinton 2012, lecture 6.5
 *     r ← γ·r + (1 - γ)·g²,  r = 1 at first
 *     x ← x - α·g/√(r + ε)
 *
 * With `adaptStepRate` = a each element has an α of its own, which becomes (1 + a)·α if this step
 * and the last have the same sign, and (1 - a)·α if not.
 *
 * @example
 * rmsProp(flat, objective, { adaptStepRate: 0.1, maxStepRate: 0.01, batches });
 */
export function rmsProp<F extends Flat, B extends readonly unknown[] = [], L extends Loss = number>(
  flat: F,
  objective: Objective<F, B, L>,
  options: RmsPropOptions<F, B> = {},
): LoopOf<Info<F, State<F, "meanSquare" | "step", "stepRate">>, L> {
  const run = begin("rmsProp", flat, objective, options);
  const { x, g } = run;
  const momentum = run.rate("momentum", options.momentum, 0, zeroToBelowOne);
  const decay = run.number("decay", options.decay, 0.9, zeroToBelowOne);
  const epsilon = run.number("epsilon", options.epsilon, 1e-8, aboveZero);
  const min = run.number("minStepRate", options.minStepRate, 0, atLeastZero);
  const max = run.number("maxStepRate", options.maxStepRate, Infinity, atLeastZeroOrInfinite);
  checkBounds("rmsProp", ["minStepRate", min], ["maxStepRate", max]);
  const adapt = run.number("adaptStepRate", options.adaptStepRate, 0, zeroToBelowOne);
  const r = run.state.sizes("meanSquare", 1);
  const step = run.state.flat("step");
  const adapts = adapt !== 0;
  const rates = adapts
    ? run.adapted("stepRate", options.stepRate, 0.001, atLeastZero)
    : run.rate("stepRate", options.stepRate, 0.001, atLeastZero);
  const prepare = aheadOf(run, step, momentum);
  const constants = [decay, epsilon, adapt, min, max];
  const move = adapts
    ? openStep("rmsPropAdapted", [x, g, r, step, rates.data], [momentum], constants)
    : openStep("rmsProp", [x, g, r, step], [momentum, rates], constants);

  const update = (): void => {
    run.watch(rates.most / Math.sqrt(epsilon) / (1 - momentum.most));
    const largest = move();
    if (adapts) rates.most = largest;
  };
  return takeGradients(run, { prepare, update });
}
