import { power } from "../internal/exact-math/power.ts";
import { wrongKind } from "../internal/messages.ts";
import {
  aboveZeroToOne,
  atLeastZero,
  checkNumber,
  notNaN,
  whole,
  zeroToBelowOne,
} from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { openState, type SavedState } from "./run/state.ts";

export interface PlateauOptions {
  /** The factor of a reduction; 0.1 by default. */
  readonly factor?: number;
  /** How many losses without an improvement are accepted in a row; 10 by default. */
  readonly patience?: number;
  /** An improvement is a loss below the best by more than this part of it; 1e-4 by default. */
  readonly threshold?: number;
  /** How many losses after a reduction do not count; 0 by default. */
  readonly cooldown?: number;
  /** The rate is not reduced below; 0 by default. */
  readonly minStepRate?: number;
  /** The `state` of a rate to continue; it is copied. */
  readonly state?: SavedState;
}

/** The memory of such a rate: numbers alone. */
export interface PlateauState {
  /** How many losses it has heard. */
  readonly iteration: number;
  /** The lowest loss that was an improvement; Infinity at first. */
  readonly best: number;
  /** The losses without an improvement since then. */
  readonly waited: number;
  /** How many of the next losses still do not count after the last reduction. */
  readonly cooldown: number;
  readonly reductions: number;
}

/** A step rate that hears losses. It is one rate, also if several loops use it. */
export interface PlateauRate extends Iterable<number> {
  /** Hears a loss, after an iteration or after an epoch. A NaN is no improvement. */
  readonly observe: (loss: number) => void;
  /** The memory itself, not a copy. */
  readonly state: PlateauState;
}

/**
 * A step rate that is reduced if the losses that you report to it stop improving. PyTorch's
 * ReduceLROnPlateau has the same rules and defaults.
 *
 *     rate = max(stepRate·factorᵏ, minStepRate) after k reductions
 *
 * @throws TypeError, RangeError if a number is out of its range, or `state` does not fit
 * @example
 * const stepRate = reduceOnPlateau(1e-3, { factor: 0.5, patience: 3 });
 * for (const info of adam(flat, objective, { stepRate, batches })) {
 *   if (info.iteration % 100 === 0) stepRate.observe(validate(flat));
 * }
 */
export function reduceOnPlateau(stepRate: number, options: PlateauOptions = {}): PlateauRate {
  const call = "reduceOnPlateau";
  checkNumber(call, "stepRate", stepRate, atLeastZero);
  const known = ["factor", "patience", "threshold", "cooldown", "minStepRate", "state"];
  checkOptions(call, options, known);
  const { factor = 0.1, patience = 10, threshold = 1e-4, cooldown = 0, minStepRate = 0 } = options;
  checkNumber(call, "factor", factor, aboveZeroToOne);
  checkNumber(call, "patience", patience, whole);
  checkNumber(call, "threshold", threshold, zeroToBelowOne);
  checkNumber(call, "cooldown", cooldown, whole);
  checkNumber(call, "minStepRate", minStepRate, atLeastZero);
  const open = openState(call, new Float64Array(0), 0, options.state, undefined);
  const heard = open.count("iteration");
  const lowest = open.number("best", Infinity, notNaN);
  const waiting = open.count("waited");
  const resting = open.count("cooldown");
  const reduced = open.count("reductions");
  open.close();
  const least = Math.min(stepRate, minStepRate);

  return {
    *[Symbol.iterator]() {
      for (;;) yield Math.max(stepRate * power(factor, reduced.reductions), least);
    },
    observe: (loss) => {
      if (typeof loss !== "number") throw wrongKind(call, "a loss", "be a number", loss);
      const { best } = lowest;
      heard.iteration++;
      // Infinity minus a part of itself is NaN.
      if (loss < best && (best === Infinity || loss < best - threshold * Math.abs(best))) {
        lowest.best = loss;
        waiting.waited = 0;
      } else waiting.waited++;
      if (resting.cooldown > 0) {
        resting.cooldown--;
        waiting.waited = 0;
      }
      if (waiting.waited <= patience) return;
      reduced.reductions++;
      resting.cooldown = cooldown;
      waiting.waited = 0;
    },
    state: open.record as unknown as PlateauState,
  };
}
