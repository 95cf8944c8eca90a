import type { NdArray } from "ndarray";
import { wrongKind, wrongNumber } from "../internal/messages.ts";
import { atLeastZero, checkNumber, finite } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { fillTruncated } from "./internal/distributions.ts";
import { checkView, type FloatData } from "./internal/view-checks.ts";
import { checkRandom, type Random } from "./random/random.ts";

/**
 * view ~ N(mean, std²) cut to [mean + low·std, mean + high·std]. The cut makes the variance smaller
 * than std²: at ±2 it is 0.774·std². This is not corrected.
 *
 * @param options.low the lower cut in units of std, as in JAX (PyTorch's is absolute); -2 by
 *   default; -Infinity for none
 * @param options.high the upper cut; 2 by default; Infinity for none
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
  if (typeof low !== "number") throw wrongKind(call, "low", "be a number", low);
  if (typeof high !== "number") throw wrongKind(call, "high", "be a number", high);
  if (!(low < high && low < Infinity && high > -Infinity)) {
    throw wrongNumber(call, "low", "be less than high", `${low} and ${high}`);
  }
  fillTruncated(call, view, mean, std, random, low, high);
}
