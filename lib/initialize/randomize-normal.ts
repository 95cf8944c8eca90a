import type { NdArray } from "ndarray";
import { atLeastZero, checkNumber, finite } from "../internal/numbers.ts";
import { checkSpread } from "./internal/check-spread.ts";
import { checkView, type FloatData } from "./internal/check-view.ts";
import { fill } from "./internal/fill.ts";
import { MOST_NORMAL, normals } from "./random/ziggurat.ts";
import { checkRandom, type Random } from "./random/random.ts";

/**
 * view ~ N(mean, std²), as climin's `randomize_normal`.
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

/** The part after the checks, for the schemes that come down to a normal distribution. */
export function fillNormal(
  call: string,
  view: NdArray<FloatData>,
  mean: number,
  std: number,
  random: Random,
): void {
  checkSpread(call, view, mean, std, MOST_NORMAL);
  fill(view, (block, count) => {
    normals(random, block, count);
    for (let k = 0; k < count; k++) block[k] = mean + std * block[k]!;
  });
}
