import type { NdArray } from "ndarray";
import { nameOf, wrongKind, wrongNumber } from "../internal/messages.ts";
import { aboveZero, checkNumber } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { sizeOf } from "../layout.ts";
import { fillNormal, fillTruncated, fillUniform } from "./internal/distributions.ts";
import { fansOf, type FanAxes } from "./internal/fans.ts";
import { checkView, type FloatData } from "./internal/view-checks.ts";
import { checkRandom, type Random } from "./random/random.ts";

export interface VarianceScalingOptions {
  /** The variance times n; 1 by default. */
  readonly scale?: number;
  /** The meaning of n: `"fanIn"` (the default), `"fanOut"`, or `"fanAvg"`, the mean of both. */
  readonly mode?: "fanIn" | "fanOut" | "fanAvg";
  /** `"truncated"` by default, a normal distribution cut at two deviations. */
  readonly distribution?: "truncated" | "normal" | "uniform";
  /** The in- and the out-axis of the weight; by default the last two axes. */
  readonly fan?: FanAxes;
}

/**
 * view of mean 0 and variance scale/n, n one of the fans or their mean, so that values which pass
 * through the weight neither grow nor fade.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * varianceScaling(w, stream("run 7", "w"), { scale: 2, mode: "fanIn", distribution: "normal" });
 */
export function varianceScaling(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: VarianceScalingOptions = {},
): void {
  checkOptions("varianceScaling", options, ["scale", "mode", "distribution", "fan"]);
  fillScaled("varianceScaling", view, random, options);
}

/** `varianceScaling` under the name of the scheme that was called. */
export function fillScaled(
  call: string,
  view: NdArray<FloatData>,
  random: Random,
  { scale = 1, mode = "fanIn", distribution = "truncated", fan }: VarianceScalingOptions,
): void {
  checkView(call, view);
  checkRandom(call, random);
  checkNumber(call, "scale", scale, aboveZero);
  checkChoice(call, "mode", mode, modes);
  checkChoice(call, "distribution", distribution, distributions);
  const { fanIn, fanOut } = fansOf(call, view.shape, fan);
  if (sizeOf(view.shape) === 0) return; // nothing to draw, and a fan of 0 has no variance
  distributions[distribution](call, view, scale / modes[mode](fanIn, fanOut), random);
}

const modes = {
  fanIn: (fanIn: number, _fanOut: number) => fanIn,
  fanOut: (_fanIn: number, fanOut: number) => fanOut,
  fanAvg: (fanIn: number, fanOut: number) => (fanIn + fanOut) / 2,
};

/** √(1 - 4·φ(2)/(2·Φ(2) - 1)), the deviation of N(0, 1) cut at ±2. */
const TRUNCATED_STD = 0.8796256610342398;

type FillVariance = (
  call: string,
  view: NdArray<FloatData>,
  variance: number,
  random: Random,
) => void;

const distributions = {
  truncated: (call, view, variance, random) =>
    fillTruncated(call, view, 0, Math.sqrt(variance) / TRUNCATED_STD, random, -2, 2),
  normal: (call, view, variance, random) => fillNormal(call, view, 0, Math.sqrt(variance), random),
  uniform: (call, view, variance, random) => {
    const bound = Math.sqrt(3 * variance); // U[-a, a) has the variance a²/3
    fillUniform(call, view, -bound, bound, random);
  },
} satisfies Record<string, FillVariance>;

function checkChoice(call: string, name: string, choice: unknown, choices: object): void {
  if (typeof choice === "string" && Object.hasOwn(choices, choice)) return;
  const names = Object.keys(choices).map((known) => `"${known}"`);
  const need = `be one of ${names.join(", ")}`;
  if (typeof choice !== "string") throw wrongKind(call, name, need, choice);
  throw wrongNumber(call, name, need, nameOf(choice));
}
