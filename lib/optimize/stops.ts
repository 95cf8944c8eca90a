/**
 * Stops are plain predicates on `info`: `if (stop(info)) break;`. Afterwards `stop.reason` says why.
 * Numbers of your own, such as a validation loss, are passed beside it: `stop({ ...info,
 * validationLoss })`.
 */
import { checkFunction } from "../internal/checks.ts";
import {
  aboveZero,
  atLeastOne,
  atLeastZero,
  checkNumber,
  finite,
  whole,
} from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { ask, numberAt, reasonOf, stopWhen, type Stop } from "./run/stop.ts";

interface Counted {
  readonly iteration: number;
}

/** Stops at this iteration. */
export function afterIterations(iterations: number): Stop<Counted> {
  checkNumber("afterIterations", "iterations", iterations, whole);
  return stopWhen((info) => {
    const iteration = numberAt("afterIterations", info, "iteration");
    return iteration >= iterations ? `this is iteration ${iteration}` : undefined;
  });
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
  return stopWhen(() => (time() >= end ? `${seconds} seconds have passed` : undefined));
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
  return stopWhen((info) => {
    if (!(numberAt("notBelow", info, "iteration") > iterations)) return undefined;
    const value = numberAt("notBelow", info, key);
    return value < limit ? undefined : `${key} is ${value}, not below ${limit}`;
  });
}

/**
 * Stops when a number at `keys` is NaN, such as a validation loss. A loss or a gradient that is not
 * finite needs no stop: the rule throws.
 */
export function anyNaN<Key extends string>(...keys: Key[]): Stop<{ readonly [K in Key]: number }> {
  return stopWhen((info) => {
    const bad = keys.find((key) => Number.isNaN(numberAt("anyNaN", info, key)));
    return bad === undefined ? undefined : `${bad} is NaN`;
  });
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
  return stopWhen((info) => {
    const value = numberAt("patience", info, key);
    const iteration = numberAt("patience", info, "iteration");
    if (best - value > threshold) granted = Math.max(granted, iteration * grow);
    if (value < best) best = value; // Math.min would keep a NaN for ever
    if (iteration < granted) return undefined;
    return `${key} has not fallen by ${threshold} soon enough: ${granted} iterations were granted`;
  });
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
  return stopWhen((info) => {
    const so = stops.map((stop, i) => ask("allOf", nameAt(i), stop, info as never));
    return so.includes(false) ? undefined : reasonsOf(stops);
  });
}

/** Stops when one of the stops does. Every stop is called each time, because some keep counts. */
export function anyOf<const S extends readonly Stop<never>[]>(...stops: S): Stop<Seen<S[number]>> {
  checkStops("anyOf", stops);
  return stopWhen((info) => {
    const those = stops.filter((stop, i) => ask("anyOf", nameAt(i), stop, info as never));
    return those.length === 0 ? undefined : reasonsOf(those);
  });
}

const reasonsOf = (stops: readonly Stop<never>[]): string => stops.map(reasonOf).join(" and ");

const nameAt = (i: number): string => `stop ${i}`;

const checkStops = (call: string, stops: readonly unknown[]): void =>
  stops.forEach((stop, i) => checkFunction(call, nameAt(i), stop));
