/**
 * The iterator under the caller's `for`. It is written by hand, because it gives one result object
 * again and again.
 */
import { wrongKind } from "../../internal/messages.ts";
import type { OpenRate } from "./rate.ts";
import { drawFrom } from "./draw.ts";

export interface Iteration<I> {
  readonly call: string;
  readonly info: I;
  readonly batches: Iterable<readonly unknown[]> | undefined;
  readonly rates: readonly OpenRate[];
  /** One iteration; false if none is possible. */
  readonly step: (batch: readonly unknown[]) => boolean;
}

/** Used when no `batches` are given. */
const noBatch: readonly unknown[] = [];

/** Generators inherit from it `[Symbol.iterator]`, and `take`, `map`, ... if the engine has them. */
const prototype: object = Object.getPrototypeOf(
  Object.getPrototypeOf(function* () {}.prototype as object) as object,
) as object;

/** Draws a batch and the rates, then steps. Closes what it drew from, however the loop ends. */
export function iterate<I>({
  call,
  info,
  batches,
  rates,
  step,
}: Iteration<I>): IterableIterator<I> {
  const result: IteratorResult<I> = { value: info, done: false };
  const source = batches === undefined ? undefined : drawFrom(call, "batches", batches);
  let drawn = 0;
  let ended = false;
  const sources = source === undefined ? rates : [source, ...rates];

  const draw = (): readonly unknown[] | undefined => {
    if (source === undefined) return noBatch;
    const { done, value } = source.next();
    if (done === true) {
      if (drawn === 0) throw new RangeError(`${call}: batches must give at least one batch`);
      return undefined;
    }
    if (!Array.isArray(value)) {
      throw wrongKind(call, "a batch", "be an array of the objective's further arguments", value);
    }
    drawn++;
    return value;
  };

  /** Closes every source, even if closing one fails; the first error is rethrown. */
  const end = (...errors: unknown[]): IteratorResult<I> => {
    const open = ended ? [] : sources;
    ended = true;
    for (const each of open) {
      try {
        each.close();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
    return { value: undefined, done: true };
  };

  const next = (): IteratorResult<I> => {
    if (ended) return end();
    try {
      const batch = draw();
      if (batch === undefined) return end();
      for (const rate of rates) rate.draw();
      return step(batch) ? result : end();
    } catch (error) {
      return end(error);
    }
  };
  const close = (): IteratorResult<I> => end();
  return Object.assign(Object.create(prototype) as IterableIterator<I>, { next, return: close });
}
