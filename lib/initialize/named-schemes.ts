/** The schemes that carry an author's name: variance scaling with a mode and a distribution. */
import type { NdArray } from "ndarray";
import { wrongNumber } from "../internal/messages.ts";
import { aboveZero, checkNumber } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import type { FanAxes } from "./internal/fans.ts";
import type { FloatData } from "./internal/view-checks.ts";
import type { Random } from "./random/random.ts";
import { fillScaled, type VarianceScalingOptions } from "./variance-scaling.ts";

export interface GainOptions {
  /** Multiplies the deviation, to make up for what the nonlinearity takes away. 1 by default. */
  readonly gain?: number;
  /** The in- and the out-axis of the weight; by default the last two axes. */
  readonly fan?: FanAxes;
}

/**
 * view ~ U[-a, a), a = gain·√(6/(fanIn + fanOut)).  Glorot & Bengio 2010, eq. 16.
 *
 * Suits units that are linear near 0, such as tanh. The variance is about the same in all layers,
 * forward and backward.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * glorotUniform(w, stream("run 7", "w"));
 */
export function glorotUniform(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: GainOptions = {},
): void {
  fillNamed("glorotUniform", view, random, options, { mode: "fanAvg", distribution: "uniform" });
}

/** The same variance, gain²·2/(fanIn + fanOut), from a normal distribution cut at ±2 deviations. */
export function glorotNormal(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: GainOptions = {},
): void {
  fillNamed("glorotNormal", view, random, options, { mode: "fanAvg" });
}

/**
 * view of variance gain²·2/fanIn, normal and cut at ±2 deviations.  He et al. 2015, eq. 10.
 *
 * Suits rectified units, which pass on half of the variance.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * heNormal(w, stream("run 7", "w"));
 */
export function heNormal(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: GainOptions = {},
): void {
  fillNamed("heNormal", view, random, options, { scale: 2 });
}

/** The same variance from U[-a, a), a = gain·√(6/fanIn). */
export function heUniform(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: GainOptions = {},
): void {
  fillNamed("heUniform", view, random, options, { scale: 2, distribution: "uniform" });
}

/**
 * view of variance gain²/fanIn, normal and cut at ±2 deviations.  LeCun et al. 1998, eq. 16.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * lecunNormal(w, stream("run 7", "w"));
 */
export function lecunNormal(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: GainOptions = {},
): void {
  fillNamed("lecunNormal", view, random, options, {});
}

/** The same variance from U[-a, a), a = gain·√(3/fanIn). */
export function lecunUniform(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: GainOptions = {},
): void {
  fillNamed("lecunUniform", view, random, options, { distribution: "uniform" });
}

function fillNamed(
  call: string,
  view: NdArray<FloatData>,
  random: Random,
  options: GainOptions,
  { scale = 1, ...scheme }: VarianceScalingOptions,
): void {
  checkOptions(call, options, ["gain", "fan"]);
  const { gain = 1, fan } = options;
  checkNumber(call, "gain", gain, aboveZero);
  const own = scale * gain * gain;
  if (!aboveZero.holds(own))
    throw wrongNumber(call, "gain", "have a square above 0 and finite", gain);
  const axes = fan === undefined ? {} : { fan };
  fillScaled(call, view, random, { ...scheme, ...axes, scale: own });
}
