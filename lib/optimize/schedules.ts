/**
 * Schedules: numbers for stepRate, momentum or weightDecay, one for each iteration. A schedule is
 * an iterable that begins anew for each loop, so two loops may share one.
 */
import { cos } from "../internal/exact-math/cos-sin.ts";
import { power } from "../internal/exact-math/power.ts";
import { isIterable } from "../internal/is-iterable.ts";
import { wrongKind } from "../internal/messages.ts";
import { aboveZeroToOne, checkNumber, count, finite } from "../internal/numbers.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";
import { open } from "./run/draw.ts";

type Schedule = Iterable<number>;

const schedule = (values: () => Iterator<number>): Schedule => ({ [Symbol.iterator]: values });

/**
 * Gives start·decayⁱ for i = 0, 1, 2, ...
 *
 * @example
 * gradientDescent(flat, objective, { stepRate: decaying(0.1, 0.99) });
 */
export function decaying(start: number, decay: number): Schedule {
  checkNumber("decaying", "start", start, finite);
  checkNumber("decaying", "decay", decay, aboveZeroToOne);
  return schedule(function* () {
    for (let i = 0; ; i++) yield start * power(decay, i);
  });
}

/** Goes from `start` to `stop` in equal parts. `stop` comes after `iterations` values and stays. */
export function linearAnnealing(start: number, stop: number, iterations: number): Schedule {
  return annealing("linearAnnealing", start, stop, iterations, (part) => part);
}

/** Goes from `start` to `stop` along half a cosine.  Loshchilov & Hutter 2017, eq. 5 */
export function cosineAnnealing(start: number, stop: number, iterations: number): Schedule {
  return annealing("cosineAnnealing", start, stop, iterations, alongCosine);
}

const alongCosine = (part: number): number => (1 - cos(Math.PI * part)) / 2;

function annealing(
  call: string,
  start: number,
  stop: number,
  iterations: number,
  along: (part: number) => number,
): Schedule {
  checkNumber(call, "start", start, finite);
  checkNumber(call, "stop", stop, finite);
  checkNumber(call, "iterations", iterations, count);
  return schedule(function* () {
    for (let i = 0; i < iterations; i++) yield start + (stop - start) * along(i / iterations);
    for (;;) yield stop;
  });
}

/**
 * Gives the values of another schedule, or a number; the first ones are scaled by 1/iterations,
 * 2/iterations and so on up to 1.
 *
 * @example
 * adam(flat, objective, { stepRate: warmUp(100, cosineAnnealing(1e-3, 0, 10_000)) });
 */
export function warmUp(iterations: number, then: number | Iterable<number>): Schedule {
  checkNumber("warmUp", "iterations", iterations, count);
  if (typeof then === "number") checkNumber("warmUp", "then", then, finite);
  else if (!isIterable(then)) {
    throw wrongKind("warmUp", "then", "be a number or an iterable of numbers", then);
  }
  const values = typeof then === "number" ? always(then) : then;
  return schedule(function* () {
    let i = 0;
    for (const value of schedule(() => open("warmUp", "then", values))) {
      checkNumber("warmUp", "a value of then", value, finite);
      yield i < iterations ? (value * ++i) / iterations : value;
    }
  });
}

const always = (value: number): Schedule =>
  schedule(function* () {
    for (;;) yield value;
  });

/**
 * A schedule times a flat: each iteration has a flat of rates, and their proportions stay. The flat
 * is read anew each time, and each product overwrites the last.
 *
 * @throws TypeError, RangeError if `values` do not give finite numbers, or `by` is not a flat
 * @example
 * const stepRate = scaled(warmUp(100, 1e-3), perPart(template, { encoder: 0.1 }, 1));
 */
export function scaled(values: Iterable<number>, by: Flat): Iterable<Float64Array> {
  if (!isIterable(values)) {
    throw wrongKind("scaled", "values", "be an iterable of numbers", values);
  }
  const { data, size, offset, stride } = readFloats("scaled", "by", by);
  return {
    *[Symbol.iterator]() {
      const product = new Float64Array(size);
      for (const value of schedule(() => open("scaled", "values", values))) {
        checkNumber("scaled", "one of values", value, finite);
        for (let i = 0, at = offset; i < size; i++, at += stride) product[i] = value * data[at]!;
        yield product;
      }
    },
  };
}
