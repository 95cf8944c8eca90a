import type { NdArray } from "ndarray";
import { atLeastZero, checkNumber, finite } from "../internal/numbers.ts";
import { fillNormal } from "./internal/distributions.ts";
import { checkView, type FloatData } from "./internal/view-checks.ts";
import { checkRandom, type Random } from "./random/random.ts";

/**
 * view ~ N(mean, std²); climin's `randomize_normal`.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * randomizeNormal(w, 0, 0.1, stream("run 7", "w"));
 */
export function randomizeNormal(
  view: NdArray<FloatData>,
  mean = 0,
  std = 1,
  random: Random = Math.random,
): void {
  const call = "randomizeNormal";
  checkView(call, view);
  checkNumber(call, "mean", mean, finite);
  checkNumber(call, "std", std, atLeastZero);
  checkRandom(call, random);
  fillNormal(call, view, mean, std, random);
}
