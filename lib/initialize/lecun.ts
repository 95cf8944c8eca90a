import type { NdArray } from "ndarray";
import type { FloatData } from "./internal/check-view.ts";
import { fillGained, type Gained } from "./internal/gained.ts";
import type { Random } from "./random/random.ts";

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
  options: Gained = {},
): void {
  fillGained("lecunNormal", view, random, options, {});
}

/** The same variance from U[-a, a), a = gain·√(3/fanIn). */
export function lecunUniform(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: Gained = {},
): void {
  fillGained("lecunUniform", view, random, options, { distribution: "uniform" });
}
