import { power } from "../../internal/exact-math/power.ts";
import { aboveZero, atLeastZero, zeroToBelowOne } from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
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
  const { x, g, size } = run;
  const stepRate = run.rate("stepRate", options.stepRate, 0.001, atLeastZero);
  const weightDecay = run.rate("weightDecay", options.weightDecay, 0.01, atLeastZero);
  const beta1 = run.number("beta1", options.beta1, 0.9, zeroToBelowOne);
  const beta2 = run.number("beta2", options.beta2, 0.999, zeroToBelowOne);
  const epsilon = run.number("epsilon", options.epsilon, 1e-8, aboveZero);
  const m = run.state.flat("firstMoment");
  const v = run.state.sizes("secondMoment");

  const once = new Float64Array(2); // an engine may evaluate what is not stored for each element

  const update = ({ iteration }: Progress): void => {
    const t = iteration + 1;
    once[0] = 1 - power(beta1, t);
    once[1] = 1 - power(beta2, t);
    const ofMean = once[0];
    const ofSquare = once[1];
    const decays = stepRate.most * weightDecay.most <= 1;
    run.watch(decays ? stepRate.most / ofMean / epsilon : Infinity);
    const { data: a, offset: a0, stride: da } = stepRate;
    const { data: w, offset: w0, stride: dw } = weightDecay;
    for (let i = 0, ia = a0, iw = w0; i < size; i++, ia += da, iw += dw) {
      const mean = (m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!);
      const square = (v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!);
      const change = mean / ofMean / (Math.sqrt(square / ofSquare) + epsilon);
      x[i]! -= a[ia]! * (change + w[iw]! * x[i]!);
    }
  };
  return takeGradients(run, { update });
}
