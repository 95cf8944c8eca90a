/** Distributions of options for `sweep`: functions from a source of random numbers to a value. */
import { exp } from "../internal/exact-math/exp.ts";
import { log } from "../internal/exact-math/log.ts";
import { wrongNumber } from "../internal/messages.ts";
import { aboveZero, checkBounds, checkNumber, finite } from "../internal/numbers.ts";
import { uniform as draw, type Random } from "../internal/random-source.ts";

/**
 * Numbers between `low` and `high`, all equally likely.
 *
 * @throws TypeError, RangeError if they are not finite or `low` is above `high`
 * @example
 * uniform(0, 0.99)(stream("seed")); // a momentum
 */
export function uniform(low: number, high: number): (random: Random) => number {
  const call = "uniform";
  checkRange(call, low, high);
  return (random) => within(low + (high - low) * draw(call, random), low, high);
}

/**
 * Numbers between `low` and `high` whose logarithms are equally likely: for step rates, and for
 * anything else that varies by factors. They have the same bits on every engine.
 *
 * @throws TypeError, RangeError if they are not above 0 and finite, or `low` is above `high`
 * @example
 * logUniform(1e-4, 1)(stream("seed")); // a step rate
 */
export function logUniform(low: number, high: number): (random: Random) => number {
  const call = "logUniform";
  checkNumber(call, "low", low, aboveZero);
  checkNumber(call, "high", high, aboveZero);
  checkBounds(call, ["low", low], ["high", high]);
  const [from, to] = [log(low), log(high)];
  return (random) => within(exp(from + (to - from) * draw(call, random)), low, high);
}

/**
 * Integers from `low` to `high`, both included and all equally likely.
 *
 * @throws TypeError, RangeError if they are not safe integers or `low` is above `high`
 * @example
 * integer(1, 4)(stream("seed")); // a number of layers
 */
export function integer(low: number, high: number): (random: Random) => number {
  const call = "integer";
  checkRange(call, low, high);
  for (const [name, value] of Object.entries({ low, high })) {
    if (!Number.isSafeInteger(value)) throw wrongNumber(call, name, "be a safe integer", value);
  }
  return (random) => within(low + Math.floor((high - low + 1) * draw(call, random)), low, high);
}

function checkRange(call: string, low: number, high: number): void {
  checkNumber(call, "low", low, finite);
  checkNumber(call, "high", high, finite);
  checkBounds(call, ["low", low], ["high", high]);
}

/** Rounding may lead beyond an end. */
const within = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);
