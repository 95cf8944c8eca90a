import type { NdArray } from "ndarray";
import { nameOf } from "../internal/messages.ts";
import { atLeastZero, checkNumber, finite } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { checkSpread } from "./internal/check-spread.ts";
import { checkView, type FloatData } from "./internal/check-view.ts";
import { fill } from "./internal/fill.ts";
import { checkRandom, type Random } from "./random/random.ts";
import { mostTruncated, truncated } from "./random/truncated-draws.ts";

/**
 * view ~ N(mean, std²) cut to [mean + low·std, mean + high·std]. The variance is smaller than std²
 * by the cut, 0.774·std² at ±2, and is not corrected.
 *
 * @param options.low, options.high in units of std as in JAX, -2 and 2 by default (PyTorch's are
 *   absolute); either may be infinite
 * @throws TypeError, RangeError before anything is written
 * @example
 * truncatedNormal(w, 0, 0.1, stream("run 7", "w"), { low: 0, high: Infinity }); // half a normal
 */
export function truncatedNormal(
  view: NdArray<FloatData>,
  mean = 0,
  std = 1,
  random: Random = Math.random,
  options: { readonly low?: number; readonly high?: number } = {},
): void {
  const call = "truncatedNormal";
  checkOptions(call, options, ["low", "high"]);
  const { low = -2, high = 2 } = options;
  checkView(call, view);
  checkNumber(call, "mean", mean, finite);
  checkNumber(call, "std", std, atLeastZero);
  checkRandom(call, random);
  if (typeof low !== "number" || typeof high !== "number") {
    const got = `${nameOf(low)} and ${nameOf(high)}`;
    throw new TypeError(`${call}: low and high must be numbers, got ${got}`);
  }
  if (!(low < high && low < Infinity && high > -Infinity)) {
    throw new RangeError(`${call}: low must be less than high, got ${low} and ${high}`);
  }
  fillTruncated(call, view, mean, std, random, low, high);
}

/** The part after the checks, for the schemes that come down to a truncated distribution. */
export function fillTruncated(
  call: string,
  view: NdArray<FloatData>,
  mean: number,
  std: number,
  random: Random,
  low: number,
  high: number,
): void {
  checkSpread(call, view, mean, std, mostTruncated(low, high));
  const draw = truncated(random, low, high);
  fill(view, (block, count) => {
    draw(block, count);
    for (let k = 0; k < count; k++) block[k] = mean + std * block[k]!;
  });
}
