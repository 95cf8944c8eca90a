/**
 * When to stop, as plain predicates on `info`: `if (stop(info)) break;`. A number of the caller's
 * own, a validation loss, is passed beside it: `stop({ ...info, validationLoss })`.
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

/** From the iteration with this number on. */
export function afterIterations(iterations: number): Stop<Counted> {
  checkNumber("afterIterations", "iterations", iterations, whole);
  return ({ iteration }) => iteration >= iterations;
}

/** When so many seconds have passed since this call. */
export function afterSeconds(seconds: number, now = (): number => performance.now()): Stop {
  checkNumber("afterSeconds", "seconds", seconds, atLeastZero);
  checkFunction("afterSeconds", "now", now);
  const end = now() + seconds * 1000;
  return () => now() >= end;
}

/** When no element of the gradient is larger than `tolerance`, 1e-8 by default. */
export function converged(tolerance = 1e-8): Stop<{ readonly gradient: unknown }> {
  checkNumber("converged", "tolerance", tolerance, atLeastZero);
  return ({ gradient }) => {
    const { data, size, offset, stride } = readFloats("converged", "gradient", gradient);
    for (let i = 0, at = offset; i < size; i++, at += stride) {
      if (!(Math.abs(data[at]!) <= tolerance)) return false;
    }
    return true;
  };
}

/** After `iterations`, when the number at `key` is not below `least`: this start leads nowhere. */
export function notBetterThanAfter<Key extends string = "loss">(
  least: number,
  iterations: number,
  key = "loss" as Key,
): Stop<Counted & { readonly [K in Key]: number }> {
  checkNumber("notBetterThanAfter", "least", least, finite);
  checkNumber("notBetterThanAfter", "iterations", iterations, whole);
  return (info) =>
    info.iteration > iterations && !(numberAt("notBetterThanAfter", info, key) < least);
}

/** When one of the numbers at `keys` is NaN. A rule itself looks only at its loss and gradient. */
export function isNaN<Key extends string>(...keys: Key[]): Stop<{ readonly [K in Key]: number }> {
  return (info) => keys.some((key) => Number.isNaN(numberAt("isNaN", info, key)));
}

/**
 * Early stopping: `initial` iterations are granted, and whenever the number at `key` gets better
 * by more than `threshold` in iteration i, up to grow·i in all.  Bengio 2012
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
    if (best - value > threshold) granted = Math.max(granted, info.iteration * grow);
    if (value < best) best = value; // Math.min would keep NaN for ever
    return info.iteration >= granted;
  };
}

/** What all of the stops together look at. */
type Seen<S> = (S extends Stop<infer I> ? (info: I) => void : never) extends (
  info: infer All,
) => void
  ? All
  : never;

/** When all of them say so. Each is asked, as some count. */
export function all<const S extends readonly Stop<never>[]>(...stops: S): Stop<Seen<S[number]>> {
  checkStops("all", stops);
  return (info) => stops.reduce((so, stop) => stop(info as never) && so, true);
}

/** When one of them says so. Each is asked, as some count. */
export function any<const S extends readonly Stop<never>[]>(...stops: S): Stop<Seen<S[number]>> {
  checkStops("any", stops);
  return (info) => stops.reduce((so, stop) => stop(info as never) || so, false);
}

const checkStops = (call: string, stops: readonly unknown[]): void =>
  stops.forEach((stop, i) => checkFunction(call, `stop ${i}`, stop));

function numberAt<Key extends string>(
  call: string,
  info: { readonly [K in Key]: number },
  key: Key,
): number {
  const value: unknown = info[key];
  if (typeof value === "number") return value;
  throw wrongKind(call, `info.${key}`, "be a number", value);
}
