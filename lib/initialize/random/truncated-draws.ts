/** Normal numbers cut to an interval: rejection from the distribution that fits the interval. */
import { logarithm } from "./portable-log.ts";
import { normal, normals } from "./ziggurat.ts";
import { TRIES, uniform, type Draw, type Random } from "./random.ts";

/**
 * Draws from N(0, 1) cut to [low, high], low < high; either may be infinite. At least 40 % of the
 * proposals are accepted, wherever the interval lies.  Robert 1995.
 */
export function truncated(call: string, random: Random, low: number, high: number): Draw {
  if (high < 0) return mirrored(truncated(call, random, -high, -low));
  const rate = (low + Math.sqrt(low * low + 4)) / 2; // Robert's optimum, eq. 2.2
  if (low <= 0 && high - low > SQRT_TAU) return fromNormal(call, random, low, high);
  if (low <= 0 || (high - low) * rate < 1) return fromUniform(call, random, low, high);
  return fromExponential(call, random, low, high, rate);
}

/**
 * No draw lies farther from 0. A tail without an end reaches at most -ln(1 - u) = 36.8 beyond its
 * beginning, u the largest number below 1.
 */
export function mostTruncated(low: number, high: number): number {
  const ends = [low, high].map(Math.abs);
  const most = Math.max(...ends.filter(Number.isFinite), 0);
  return ends.every(Number.isFinite) ? most : most + 37;
}

const SQRT_TAU = 2.5066282746310002; // the width of a uniform density as high as the normal one

const mirrored =
  (draw: Draw): Draw =>
  (block, count) => {
    draw(block, count);
    for (let k = 0; k < count; k++) block[k] = -block[k]!;
  };

/** Serves a wide interval around 0: normal numbers, drawn again until they lie inside. */
function fromNormal(call: string, random: Random, low: number, high: number): Draw {
  const again = (): number => {
    let x = normal(random);
    for (let tries = 0; (x < low || x > high) && tries < TRIES; tries++) x = normal(random);
    return Math.min(Math.max(x, low), high);
  };
  return (block, count) => {
    normals(call, random, block, count);
    for (let k = 0; k < count; k++) {
      if (block[k]! < low || block[k]! > high) block[k] = again();
    }
  };
}

/** Serves a narrow interval: uniform x, accepted with probability exp((m² - x²)/2), m next to 0. */
function fromUniform(call: string, random: Random, low: number, high: number): Draw {
  const m = Math.max(low, 0);
  return rejection(
    call,
    random,
    () => low + (high - low) * uniform(call, random),
    (x) => (m * m - x * x) / 2,
  );
}

/**
 * Serves a tail up to `high`: x = low - ln(u)/rate, accepted with probability exp(-(x - rate)²/2).
 */
function fromExponential(
  call: string,
  random: Random,
  low: number,
  high: number,
  rate: number,
): Draw {
  const propose = (): number => low - logarithm(1 - uniform(call, random)) / rate;
  const draw = rejection(call, random, propose, (x) =>
    x > high ? -Infinity : -((x - rate) * (x - rate)) / 2,
  );
  return (block, count) => {
    draw(block, count);
    for (let k = 0; k < count; k++) block[k] = Math.min(block[k]!, high);
  };
}

function rejection(
  call: string,
  random: Random,
  propose: () => number,
  logProbability: (x: number) => number,
): Draw {
  const next = (): number => {
    let x = propose();
    for (
      let tries = 0;
      logarithm(1 - uniform(call, random)) > logProbability(x) && tries < TRIES;
      tries++
    ) {
      x = propose();
    }
    return x;
  };
  return (block, count) => {
    for (let k = 0; k < count; k++) block[k] = next();
  };
}
