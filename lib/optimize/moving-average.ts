import { checkBoolean, checkKept } from "../internal/checks.ts";
import { aboveZeroToOne, atLeastZero, checkNumber, zeroToBelowOne } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";
import { openState, type SavedState, type State } from "./run/state.ts";

export interface MovingAverageOptions {
  /** γ, the part of the old average that is kept; 0.999 by default. 1 weighs all updates alike. */
  readonly decay?: number;
  /** Without it the first update counts as if all before had been the same; true by default. */
  readonly biasCorrection?: boolean;
  /** The `state` of an average to continue; it is copied. */
  readonly state?: SavedState;
}

export interface MovingAverage<F> {
  /** The average of the parameters: a flat of the same kind and type. Zeros before the first update. */
  readonly flat: F;
  /** Takes the parameters as they are now into the average. */
  readonly update: () => void;
  /** The memory itself, not a copy. `average` is `flat`, and `weight` is w. */
  readonly state: State<F, "average"> & { readonly weight: number };
}

/**
 * An exponential moving average of parameters, which often generalizes better than the parameters
 * themselves. It is corrected for its bias: the weights of all updates so far sum to 1.
 *
 *     w ← 1 + γ·w, w = 0 at first                     Polyak & Juditsky 1992;
 *     average ← average + (x - average)/w             the correction: Kingma & Ba 2015, section 3
 *
 * Then 1/w = (1 - γ)/(1 - γᵗ) in update t. With γ = 1 it is the plain mean, as in stochastic weight
 * averaging.  Izmailov et al. 2018
 *
 * @throws TypeError, RangeError if `decay` is not above 0 and at most 1, or `state` does not fit
 * @example
 * const average = movingAverage(flat, { decay: 0.99 });
 * for (const info of adam(flat, objective, { batches })) average.update();
 * const views = shapedFromFlat(average.flat, template);
 */
export function movingAverage<F extends Flat>(
  flat: F,
  options: MovingAverageOptions = {},
): MovingAverage<F> {
  const call = "movingAverage";
  const { data, size, offset, stride } = readFloats(call, "flat", flat);
  const { length } = data;
  checkOptions(call, options, ["decay", "biasCorrection", "state"]);
  const { decay = 0.999, biasCorrection = true } = options;
  checkBoolean(call, "biasCorrection", biasCorrection);
  // Without the correction a decay of 1 would keep the first parameters for ever.
  checkNumber(call, "decay", decay, biasCorrection ? aboveZeroToOne : zeroToBelowOne);
  const open = openState(call, flat, size, options.state, undefined);
  const average = open.flat("average");
  const record = open.number("weight", 0, atLeastZero);
  open.close();
  const state = open.record as unknown as MovingAverage<F>["state"];
  return {
    flat: state.average,
    update: () => {
      checkKept(call, "flat", data, length);
      const isFirst = open.record.iteration++ === 0;
      record.weight = biasCorrection || isFirst ? 1 + decay * record.weight : 1 / (1 - decay);
      for (let i = 0, at = offset; i < size; i++, at += stride) {
        average[i]! += (data[at]! - average[i]!) / record.weight;
      }
    },
    state,
  };
}
