import {
  aboveZero,
  atLeastOne,
  atLeastZero,
  zeroToBelowOne,
  checkBounds,
} from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, RunOptions } from "../run/contract.ts";
import type { State } from "../run/state.ts";

export interface RpropOptions<F, B extends readonly unknown[] = []> extends RunOptions<F, B> {
  /** What a step is multiplied by where the gradient keeps its sign; 1.2 by default. */
  readonly stepGrow?: number;
  /** What a step is multiplied by where the gradient changes it; 0.5 by default. */
  readonly stepShrink?: number;
  /** The bounds of steps, 1e-6 and 1 by default. */
  readonly minStep?: number;
  readonly maxStep?: number;
  /** The first steps, 0.1 by default; climin's are 0. A number or a flat. */
  readonly initialChanges?: number | Flat;
}

/**
 * Rprop: each element has a step of its own, and only the signs of gradients count. For full
 * batches, since noise changes signs.
 *
 *     changes ← changes·(grow where g·last > 0, shrink where g·last < 0), within its bounds
 *     x ← x - changes·sign(g)                         Riedmiller & Braun 1992
 */
export function rprop<F extends Flat, B extends readonly unknown[] = []>(
  flat: F,
  objective: Objective<F, B>,
  options: RpropOptions<F, B> = {},
): IterableIterator<Info<F, State<F, "changes" | "lastGradient">>> {
  const run = begin("rprop", flat, objective, options);
  const { x, g, size } = run;
  const grow = run.number("stepGrow", options.stepGrow ?? 1.2, atLeastOne);
  const shrink = run.number("stepShrink", options.stepShrink ?? 0.5, zeroToBelowOne);
  const min = run.number("minStep", options.minStep ?? 1e-6, aboveZero);
  const max = run.number("maxStep", options.maxStep ?? 1, aboveZero);
  checkBounds("rprop", ["minStep", min], ["maxStep", max]);
  const { data: changes } = run.adapted(
    "initialChanges",
    options.initialChanges ?? 0.1,
    atLeastZero,
    "changes",
  );
  const last = run.state.flat("lastGradient");

  return run.iterate(() => {
    run.evaluate();
    for (let i = 0; i < size; i++) {
      const agreement = Math.sign(g[i]!) * Math.sign(last[i]!);
      const factor = agreement > 0 ? grow : agreement < 0 ? shrink : 1;
      const change = (changes[i] = Math.min(Math.max(changes[i]! * factor, min), max));
      x[i]! -= change * Math.sign(g[i]!);
      last[i] = g[i]!;
    }
  });
}
