/**
 * The three distributions behind every random scheme. The public function `call` has checked its
 * arguments; only the limits of the view's data type are checked here.
 */
import type { NdArray } from "ndarray";
import { wrongNumber } from "../../internal/messages.ts";
import { drawByKernel } from "../random/draw-kernel.ts";
import { floatRange } from "../random/float-range.ts";
import { stateOf, uniforms, type Random } from "../random/random.ts";
import { mostTruncated, truncated } from "../random/truncated-draws.ts";
import { MOST_NORMAL, normals } from "../random/ziggurat.ts";
import { fill } from "./fill.ts";
import { checkSpread, dtypeOfView, type FloatData } from "./view-checks.ts";

/** view ~ U[low, high). */
export function fillUniform(
  call: string,
  view: NdArray<FloatData>,
  low: number,
  high: number,
  random: Random,
): void {
  const width = high - low;
  const dtype = dtypeOfView(view);
  const [smallest, largest] = floatRange(dtype, low, high);
  if (!(smallest <= largest && Number.isFinite(width))) {
    const need = `hold a ${dtype} number and have a finite width`;
    throw wrongNumber(call, "[low, high)", need, `[${low}, ${high})`);
  }
  const state = stateOf(random);
  fill(view, (block, count) => {
    const distribution = [low, width, smallest, largest] as const;
    if (drawByKernel("uniforms", state, block, count, distribution)) return;
    uniforms(call, random, block, count);
    for (let k = 0; k < count; k++) {
      // A number that rounding would take out of the range stays at its end.
      block[k] = Math.min(Math.max(low + width * block[k]!, smallest), largest);
    }
  });
}

/** view ~ N(mean, std²). */
export function fillNormal(
  call: string,
  view: NdArray<FloatData>,
  mean: number,
  std: number,
  random: Random,
): void {
  checkSpread(call, view, mean, std, MOST_NORMAL);
  fill(view, (block, count) => {
    normals(call, random, block, count, mean, std);
  });
}

/** view ~ mean + std·z, z from N(0, 1) cut to [low, high]. */
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
  const draw = truncated(call, random, low, high);
  fill(view, (block, count) => {
    draw(block, count);
    for (let k = 0; k < count; k++) block[k] = mean + std * block[k]!;
  });
}
