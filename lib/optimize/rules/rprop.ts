import {
  aboveZero,
  atLeastOne,
  atLeastZero,
  zeroToBelowOne,
  checkBounds,
} from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
import { openStep } from "../kernels/open-step.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, RunOptions } from "../run/contract.ts";
import { takeGradients } from "../run/first-order.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { State } from "../run/state.ts";

export interface RpropOptions<F, B extends readonly unknown[] = []> extends RunOptions<F, B> {
  /** The size of the first steps, a number or a flat; 0.1 by default, 0 in climin. */
  readonly initialStep?: number | Flat;
  /** The smallest size of a step, which is not a step rate; 1e-6 by default. */
  readonly minStep?: number;
  /** The largest size of a step; 1 by default. */
  readonly maxStep?: number;
  /** The factor for a step if the gradient keeps its sign; 1.2 by default. */
  readonly growStep?: number;
  /** The factor for a step if the gradient changes its sign; 0.5 by default. */
  readonly shrinkStep?: number;
}

/**
 * Rprop: each element has a step of its own, and only the signs of gradients count. It needs full
 * batches, since noise changes signs.
 *
 *     stepSize ← stepSize·(grow if g·last > 0, shrink if g·last < 0), within its bounds
 *     x ← x - stepSize·sign(g)                        Riedmiller & Braun 1992
 *
 * @example
 * rprop(flat, objective, { initialStep: 0.01, maxStep: 0.1 });
 */
export function rprop<F extends Flat, B extends readonly unknown[] = [], L extends Loss = number>(
  flat: F,
  objective: Objective<F, B, L>,
  options: RpropOptions<F, B> = {},
): LoopOf<Info<F, State<F, "stepSize" | "lastGradient">>, L> {
  const run = begin("rprop", flat, objective, options);
  const { x, g } = run;
  const grow = run.number("growStep", options.growStep, 1.2, atLeastOne);
  const shrink = run.number("shrinkStep", options.shrinkStep, 0.5, zeroToBelowOne);
  const min = run.number("minStep", options.minStep, 1e-6, aboveZero);
  const max = run.number("maxStep", options.maxStep, 1, aboveZero);
  checkBounds("rprop", ["minStep", min], ["maxStep", max]);
  const initial = options.initialStep;
  const { data: stepSize } = run.adapted("initialStep", initial, 0.1, atLeastZero, "stepSize");
  const last = run.state.flat("lastGradient");

  const move = openStep("rprop", [x, g, stepSize, last], [], [grow, shrink, min, max]);

  const update = (): void => {
    run.watch(max);
    move();
  };
  return takeGradients(run, { update });
}
