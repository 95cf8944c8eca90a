import type { NdArray } from "ndarray";
import type { FloatData } from "./internal/check-view.ts";
import { fillGained, type Gained } from "./internal/gained.ts";
import type { Random } from "./random/random.ts";

/**
 * view of variance gain²·2/fanIn, normal and cut at ±2 deviations.  He et al. 2015, eq. 10.
 *
 * For rectified units, which pass on half of the variance.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * heNormal(w, stream("run 7", "w"));
 */
export function heNormal(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: Gained = {},
): void {
  fillGained("heNormal", view, random, options, { scale: 2 });
}

/** The same variance from U[-a, a), a = gain·√(6/fanIn). */
export function heUniform(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: Gained = {},
): void {
  fillGained("heUniform", view, random, options, { scale: 2, distribution: "uniform" });
}
