import type { NdArray } from "ndarray";
import { aboveZero, checkNumber } from "../../internal/numbers.ts";
import { checkOptions } from "../../internal/options.ts";
import type { FloatData } from "./check-view.ts";
import type { FanAxes } from "./fans.ts";
import type { Random } from "../random/random.ts";
import { fillScaled, type VarianceScaling } from "../variance-scaling.ts";

/** What the schemes with an author's name take. */
export interface Gained {
  /** Multiplies the deviation: what the nonlinearity after the weight takes away. 1 by default. */
  readonly gain?: number;
  /** Which axes of the weight are in and out; the last two by default. */
  readonly fan?: FanAxes;
}

/** A scheme of variance scaling, its deviation times a gain. */
export function fillGained(
  call: string,
  view: NdArray<FloatData>,
  random: Random,
  options: Gained,
  { scale = 1, ...scheme }: VarianceScaling,
): void {
  checkOptions(call, options, ["gain", "fan"]);
  const { gain = 1, fan } = options;
  checkNumber(call, "gain", gain, aboveZero);
  const axes = fan === undefined ? {} : { fan };
  fillScaled(call, view, random, { ...scheme, ...axes, scale: scale * gain * gain });
}
