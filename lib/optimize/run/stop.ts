/** A stop, and how it is made from a test that gives its reason. */
import { isThenable } from "../../internal/is-thenable.ts";
import { wrongKind } from "../../internal/messages.ts";

/** `reason` says why the stop has last said yes; undefined if it has said no. */
export interface Stop<I = object> {
  (info: I): boolean;
  readonly name: string;
  readonly reason?: string | undefined;
}

/** A stop that says yes when `why` gives a reason, and keeps that. */
export function stopWhen<I>(why: (info: I) => string | undefined): Stop<I> {
  const stop = Object.assign((info: I): boolean => (stop.reason = why(info)) !== undefined, {
    reason: undefined as string | undefined,
  });
  return stop;
}

/**
 * Asks a stop, which may be a predicate of the caller's: all that `if` takes for true stops. The
 * promise of an answer is refused, because it would always stop in `if`, and never elsewhere.
 */
export function ask<I>(call: string, name: string, stop: Stop<I>, info: I): boolean {
  const answer: unknown = stop(info);
  if (!isThenable(answer)) return Boolean(answer);
  throw wrongKind(call, name, "answer at once", answer);
}

/** Why a stop has said yes; a predicate of the caller's may have no reason but its name. */
export const reasonOf = ({ reason, name }: Stop<never>): string =>
  reason ?? (name || "a stop without a name");

/** The number of `info` at `key`. */
export function numberAt<Key extends string>(
  call: string,
  info: { readonly [K in Key]: number },
  key: Key,
): number {
  const value: unknown = info?.[key];
  if (typeof value === "number") return value;
  throw wrongKind(call, `info.${key}`, "be a number", value);
}
