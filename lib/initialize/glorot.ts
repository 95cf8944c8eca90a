import type { NdArray } from "ndarray";
import type { FloatData } from "./internal/check-view.ts";
import { fillGained, type Gained } from "./internal/gained.ts";
import type { Random } from "./random/random.ts";

/**
 * view ~ U[-a, a), a = gain·√(6/(fanIn + fanOut)).  Glorot & Bengio 2010, eq. 16.
 *
 * For units that are linear near 0, as tanh; keeps the variance forward and backward alike.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * glorotUniform(w, stream("run 7", "w"));
 */
export function glorotUniform(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: Gained = {},
): void {
  fillGained("glorotUniform", view, random, options, { mode: "fanAvg", distribution: "uniform" });
}

/** The same variance, gain²·2/(fanIn + fanOut), from a normal distribution cut at ±2 deviations. */
export function glorotNormal(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: Gained = {},
): void {
  fillGained("glorotNormal", view, random, options, { mode: "fanAvg" });
}
