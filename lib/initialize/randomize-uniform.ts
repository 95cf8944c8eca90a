import type { NdArray } from "ndarray";
import { checkNumber, finite } from "../internal/numbers.ts";
import { checkView, type FloatData } from "./internal/check-view.ts";
import { fill } from "./internal/fill.ts";
import { floatRange } from "./random/float-range.ts";
import { checkRandom, uniforms, type Random } from "./random/random.ts";

/**
 * view ~ U[low, high). No element is `high`, also after rounding to float32.
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

/** The part after the checks, for the schemes that come down to a uniform distribution. */
export function fillUniform(
  call: string,
  view: NdArray<FloatData>,
  low: number,
  high: number,
  random: Random,
): void {
  const width = high - low;
  const [smallest, largest] = floatRange(view.dtype, low, high);
  if (!(smallest <= largest && Number.isFinite(width))) {
    const need = `[low, high) must hold a ${view.dtype} number and have a finite width`;
    throw new RangeError(`${call}: ${need}, got [${low}, ${high})`);
  }
  fill(view, (block, count) => {
    uniforms(random, block, count);
    for (let k = 0; k < count; k++) {
      // What would be rounded out of the range stays at its ends.
      block[k] = Math.min(Math.max(low + width * block[k]!, smallest), largest);
    }
  });
}
