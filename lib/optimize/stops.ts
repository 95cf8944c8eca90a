/**
 * Stops are plain predicates on `info`: `if (stop(info)) break;`. Numbers of your own, such as a
 * validation loss, are passed beside it: `stop({ ...info, validationLoss })`.
 */
import { checkFunction } from "../internal/checks.ts";
import { wrongKind } from "../internal/messages.ts";
import {
  aboveZero,
  atLeastOne,
  atLeastZero,
  checkNumber,
  finite,
  whole,
} from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { readFloats } from "../internal/read-flat.ts";

export type Stop<I = object> = (info: I) => boolean;

interface Counted {
  readonly iteration: number;
}

/** Stops at this iteration. */
export function afterIterations(iterations: number): Stop<Counted> {
  checkNumber("afterIterations", "iterations", iterations, whole);
  return (info) => numberAt("afterIterations", info, "iteration") >= iterations;
}

/** Stops when `seconds` have passed since this call. `now` is a clock in milliseconds. */
export function afterSeconds(seconds: number, now = (): number => performance.now()): Stop {
  checkNumber("afterSeconds", "seconds", seconds, atLeastZero);
  checkFunction("afterSeconds", "now", now);
  const time = (): number => {
    const milliseconds: unknown = now();
    checkNumber("afterSeconds", "the time that now returns", milliseconds, finite);
    return milliseconds;
  };
  const end = time() + seconds * 1000;
  return () => time() >= end;
}

/** Stops when no element of the gradient is larger than `tolerance`. */
export function converged(tolerance = 1e-8): Stop<{ readonly gradient: unknown }> {
  checkNumber("converged", "tolerance", tolerance, atLeastZero);
  return (info) => {
    const gradient: unknown = info?.gradient;
    const { data, size, offset, stride } = readFloats("converged", "info.gradient", gradient);
    for (let i = 0, at = offset; i < size; i++, at += stride) {
      if (!(Math.abs(data[at]!) <= tolerance)) return false;
    }
    return true;
  };
}

/**
 * Stops after `iterations` if the number at `key` is not below `limit`: a bad start is given up.
 *
 * @example
 * const stop = notBelow(0.5, 100); // a loss of 0.5 or more after 100 iterations
 */
export function notBelow<Key extends string = "loss">(
  limit: number,
  iterations: number,
  key = "loss" as Key,
): Stop<Counted & { readonly [K in Key]: number }> {
  checkNumber("notBelow", "limit", limit, finite);
  checkNumber("notBelow", "iterations", iterations, whole);
  return (info) =>
    numberAt("notBelow", info, "iteration") > iterations &&
    !(numberAt("notBelow", info, key) < limit);
}

/**
 * Stops when a number at `keys` is NaN, such as a validation loss. A loss or a gradient that is not
 * finite needs no stop: the rule throws.
 */
export function anyNaN<Key extends string>(...keys: Key[]): Stop<{ readonly [K in Key]: number }> {
  return (info) => keys.some((key) => Number.isNaN(numberAt("anyNaN", info, key)));
}

/**
 * Early stopping: grants `initial` iterations. If the number at `key` falls by more than
 * `threshold` in iteration i, grow·i iterations are granted in all.  Bengio 2012
 *
 * @example
 * const stop = patience({ key: "validationLoss", initial: 500, grow: 2 });
 * for (const info of adam(flat, objective)) {
 *   if (stop({ ...info, validationLoss: validate(flat) })) break;
 * }
 */
export function patience<Key extends string = "loss">(options: {
  readonly key?: Key;
  readonly initial: number;
  readonly grow?: number;
  readonly threshold?: number;
}): Stop<Counted & { readonly [K in Key]: number }> {
  checkOptions("patience", options, ["key", "initial", "grow", "threshold"]);
  const { key = "loss" as Key, initial, grow = 2, threshold = 1e-4 } = options;
  checkNumber("patience", "initial", initial, aboveZero);
  checkNumber("patience", "grow", grow, atLeastOne);
  checkNumber("patience", "threshold", threshold, atLeastZero);
  let granted = initial;
  let best = Infinity;
  return (info) => {
    const value = numberAt("patience", info, key);
    const iteration = numberAt("patience", info, "iteration");
    if (best - value > threshold) granted = Math.max(granted, iteration * grow);
    if (value < best) best = value; // Math.min would keep a NaN for ever
    return iteration >= granted;
  };
}

/** All that the stops look at, taken together. */
type Seen<S> = (S extends Stop<infer I> ? (info: I) => void : never) extends (
  info: infer All,
) => void
  ? All
  : never;

/** Stops when all stops agree. Every stop is called each time, because some keep counts. */
export function allOf<const S extends readonly Stop<never>[]>(...stops: S): Stop<Seen<S[number]>> {
  checkStops("allOf", stops);
  return (info) => stops.reduce((so, stop) => stop(info as never) && so, true);
}

/** Stops when one of the stops does. Every stop is called each time, because some keep counts. */
export function anyOf<const S extends readonly Stop<never>[]>(...stops: S): Stop<Seen<S[number]>> {
  checkStops("anyOf", stops);
  return (info) => stops.reduce((so, stop) => stop(info as never) || so, false);
}

const checkStops = (call: string, stops: readonly unknown[]): void =>
  stops.forEach((stop, i) => checkFunction(call, `stop ${i}`, stop));

function numberAt<Key extends string>(
  call: string,
  info: { readonly [K in Key]: number },
  key: Key,
): number {
  const value: unknown = info?.[key];
  if (typeof value === "number") return value;
  throw wrongKind(call, `info.${key}`, "be a number", value);
}
