import { power } from "../../internal/exact-math/power.ts";
import { aboveZero, atLeastZero, zeroToBelowOne } from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
import { openStep } from "../kernels/open-step.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, Progress, RunOptions } from "../run/contract.ts";
import { takeGradients } from "../run/first-order.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { Rate } from "../run/rate.ts";
import type { State } from "../run/state.ts";

export interface AdamWOptions<F, B extends readonly unknown[] = []> extends RunOptions<F, B> {
  /** α; 0.001 by default. */
  readonly stepRate?: Rate;
  /** λ; 0.01 by default. A flat with zeros spares those elements, for example biases. */
  readonly weightDecay?: Rate;
  /** β₁; 0.9 by default. */
  readonly beta1?: number;
  /** β₂; 0.999 by default. */
  readonly beta2?: number;
  /** ε; 1e-8 by default. */
  readonly epsilon?: number;
}

/**
 * Adam with weights that decay by themselves and not through the gradient.
 *
 *     m ← β₁·m + (1 - β₁)·g,  m̂ = m/(1 - β₁ᵗ)         Loshchilov & Hutter 2019, algorithm 2;
 *     v ← β₂·v + (1 - β₂)·g²,  v̂ = v/(1 - β₂ᵗ)        λ in units of α, as in PyTorch
 *     x ← x - α·(m̂/(√v̂ + ε) + λ·x)
 *
 * @example
 * adamW(flat, objective, { weightDecay: 0.05, batches });
 */
export function adamW<F extends Flat, B extends readonly unknown[] = [], L extends Loss = number>(
  flat: F,
  objective: Objective<F, B, L>,
  options: AdamWOptions<F, B> = {},
): LoopOf<Info<F, State<F, "firstMoment" | "secondMoment">>, L> {
  const run = begin("adamW", flat, objective, options);
  const { x, g } = run;
  const stepRate = run.rate("stepRate", options.stepRate, 0.001, atLeastZero);
  const weightDecay = run.rate("weightDecay", options.weightDecay, 0.01, atLeastZero);
  const beta1 = run.number("beta1", options.beta1, 0.9, zeroToBelowOne);
  const beta2 = run.number("beta2", options.beta2, 0.999, zeroToBelowOne);
  const epsilon = run.number("epsilon", options.epsilon, 1e-8, aboveZero);
  const m = run.state.flat("firstMoment");
  const v = run.state.sizes("secondMoment");

  const move = openStep("adamW", [x, g, m, v], [stepRate, weightDecay], [beta1, beta2, epsilon]);

  const update = ({ iteration }: Progress): void => {
    const t = iteration + 1;
    const ofMean = 1 - power(beta1, t);
    const ofSquare = 1 - power(beta2, t);
    const decays = stepRate.most * weightDecay.most <= 1;
    run.watch(decays ? stepRate.most / ofMean / epsilon : Infinity);
    move(ofMean, ofSquare);
  };
  return takeGradients(run, { update });
}
