import type { NdArray } from "ndarray";
import { checkNumber, finite } from "../internal/numbers.ts";
import { fillUniform } from "./internal/distributions.ts";
import { checkView, type FloatData } from "./internal/view-checks.ts";
import { checkRandom, type Random } from "./random/random.ts";

/**
 * view ~ U[low, high). No element becomes `high`, not even by rounding to float32.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * randomizeUniform(w, -0.05, 0.05, stream("run 7", "w"));
 */
export function randomizeUniform(
  view: NdArray<FloatData>,
  low = 0,
  high = 1,
  random: Random = Math.random,
): void {
  const call = "randomizeUniform";
  checkView(call, view);
  checkNumber(call, "low", low, finite);
  checkNumber(call, "high", high, finite);
  checkRandom(call, random);
  fillUniform(call, view, low, high, random);
}
