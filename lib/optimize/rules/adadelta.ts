import type { Floats } from "../../internal/arrays.ts";
import { aboveZero, atLeastZero, zeroToBelowOne } from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
import { openStep } from "../kernels/open-step.ts";
import { sumOfSizes } from "../kernels/vectors.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, Run, RunOptions } from "../run/contract.ts";
import { takeGradients } from "../run/first-order.ts";
import { aheadOf } from "../run/look-ahead.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { OpenRate, Rate } from "../run/rate.ts";
import type { State } from "../run/state.ts";

export interface AdadeltaOptions<F, B extends readonly unknown[] = []> extends RunOptions<F, B> {
  /** α; 1 by default. */
  readonly stepRate?: Rate;
  /** γ, the part of the mean squares that is kept; 0.9 by default. */
  readonly decay?: number;
  /** β, the part of the last step that is taken before the gradient; 0 by default. */
  readonly momentum?: Rate;
  /** ε, which climin calls offset; 1e-4 by default. */
  readonly epsilon?: number;
}

/** The guard of overflows lets all shorter steps pass. */
const FAR = 2 ** 40;

/**
 * Adadelta: the step rate is the ratio of a typical step to a typical gradient.
 *
 *     r ← γ·r + (1 - γ)·g²                            Zeiler 2012, algorithm 1
 *     step ← α·√(s + ε)/√(r + ε)·g
 *     s ← γ·s + (1 - γ)·step²
 *     x ← x - step
 *
 * With `momentum` each step begins with a part β of the last, before the gradient.
 *
 * @example
 * adadelta(flat, objective, { batches });
 */
export function adadelta<
  F extends Flat,
  B extends readonly unknown[] = [],
  L extends Loss = number,
>(
  flat: F,
  objective: Objective<F, B, L>,
  options: AdadeltaOptions<F, B> = {},
): LoopOf<Info<F, State<F, "meanSquare" | "meanSquareStep" | "step">>, L> {
  const run = begin("adadelta", flat, objective, options);
  const { x, g } = run;
  const stepRate = run.rate("stepRate", options.stepRate, 1, atLeastZero);
  const momentum = run.rate("momentum", options.momentum, 0, zeroToBelowOne);
  const decay = run.number("decay", options.decay, 0.9, zeroToBelowOne);
  const epsilon = run.number("epsilon", options.epsilon, 1e-4, aboveZero);
  const r = run.state.sizes("meanSquare");
  const s = run.state.sizes("meanSquareStep");
  const step = run.state.flat("step");
  const prepare = aheadOf(run, step, momentum);
  const watch = watchSteps(run, s, stepRate, momentum, decay, epsilon);

  const move = openStep("adadelta", [x, g, r, s, step], [stepRate, momentum], [decay, epsilon]);

  const update = (): void => {
    watch();
    move();
  };
  return takeGradients(run, { prepare, update });
}

/** Bounds each step by the largest s, which is bounded from one iteration to the next. */
function watchSteps(
  run: Run<unknown>,
  s: Floats,
  stepRate: OpenRate,
  momentum: OpenRate,
  decay: number,
  epsilon: number,
): () => void {
  let largest = 0; // no element of s is larger

  /** No step is longer, because |g| <= √(r/(1 - γ)). */
  const longest = (): number => {
    const change = stepRate.most * Math.sqrt((largest + epsilon) / (1 - decay));
    return change / (1 - momentum.most);
  };

  return () => {
    if (longest() > FAR) largest = sumOfSizes(s); // the bound doubles, whether s grows or not
    const most = longest();
    run.watch(most);
    largest = decay * largest + (1 - decay) * most * most;
  };
}
