/** Normal numbers by the ziggurat; most take one uniform number, one product and one comparison. */
import { logarithm } from "./portable-log.ts";
import { drawByKernel } from "./draw-kernel.ts";
import { stateOf, TRIES, uniforms, type Random } from "./random.ts";
import { edges, heights, inner, R, STRIPS, tables } from "./ziggurat-tables.ts";

/**
 * Writes `count` numbers from N(mean, std²) to the start of `block`. They have 44 bits if `random`
 * gives 53.
 *
 * The area under exp(-x²/2), x >= 0, is cut into 256 strips of equal area v. The lowest strip
 * includes the tail beyond r; strip i reaches from the axis to edge x_i. The nine highest bits of a
 * uniform number choose the strip and the sign, the others the place in the strip.
 * Marsaglia & Tsang 2000; Doornik 2005.
 *
 * Only + - * / and square roots are used, so the bits are the same on every engine.
 */
export function normals(
  call: string,
  random: Random,
  block: Float64Array,
  count: number,
  mean = 0,
  std = 1,
): void {
  if (drawByKernel("normals", stateOf(random), block, count, [mean, std], tables)) return;
  uniforms(call, random, block, count);
  for (let k = 0; k < count; k++) block[k] = mean + std * normalFrom(block[k]!, random);
}

/** One number from N(0, 1). */
export const normal = (random: Random): number => normalFrom(random(), random);

function normalFrom(uniform: number, random: Random): number {
  const u = uniform * (2 * STRIPS);
  const strip = u | 0;
  const part = u - strip;
  const x = part * edges[strip]!;
  return part < inner[strip]! ? x : outside(strip, x, random);
}

/** The draws that no rectangle decides, one in 90: the wedges under the curve, and the tail. */
function outside(strip: number, x: number, random: Random): number {
  for (let tries = 0; tries < TRIES; tries++) {
    const i = strip % STRIPS;
    if (i === 0) return x < 0 ? -tail(random) : tail(random);
    const y = heights[i]! + (heights[i + 1]! - heights[i]!) * random();
    if (logarithm(y) < -0.5 * x * x) return x;
    const u = random() * (2 * STRIPS);
    strip = u | 0;
    const part = u - strip;
    x = part * edges[strip]!;
    if (part < inner[strip]!) return x;
  }
  return x;
}

/** x > r from N(0, 1): r - ln(u)/r, accepted with probability exp(-(x - r)²/2).  Marsaglia 1964. */
function tail(random: Random): number {
  let beyond = 0;
  for (let tries = 0; tries < TRIES; tries++) {
    beyond = -logarithm(1 - random()) / R;
    if (-2 * logarithm(1 - random()) > beyond * beyond) break;
  }
  return R + beyond;
}

/** No draw is larger: r - ln(1 - u)/r is 13.7 for the largest u below 1. */
export const MOST_NORMAL = 14;
