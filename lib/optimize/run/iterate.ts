/** The iterator under the caller's `for`. Written by hand: it gives one result object again and again. */
import { nameOf } from "../../internal/messages.ts";
import type { OpenRate } from "./rate.ts";
import { openStream } from "./draw.ts";

export interface Iteration<I> {
  readonly call: string;
  readonly info: I;
  readonly batches: Iterable<readonly unknown[]> | undefined;
  readonly rates: readonly OpenRate[];
  /** One iteration; false where none is possible. */
  readonly step: (batch: readonly unknown[]) => boolean;
}

/** The batch where there are no batches. */
const none: readonly unknown[] = [];

/** What generators inherit from: `[Symbol.iterator]`, and `take`, `map`, ... where the engine has them. */
const prototype: object = Object.getPrototypeOf(
  Object.getPrototypeOf(function* () {}.prototype as object) as object,
) as object;

/** Draws what streams give, then steps; closes the streams however the loop ends. */
export function iterate<I>({
  call,
  info,
  batches,
  rates,
  step,
}: Iteration<I>): IterableIterator<I> {
  const result: IteratorResult<I> = { value: info, done: false };
  const stream = batches === undefined ? undefined : openStream(batches);
  let drawn = 0;
  let ended = false;
  const sources = stream === undefined ? rates : [stream, ...rates];

  const draw = (): readonly unknown[] | undefined => {
    if (stream === undefined) return none;
    const { done, value } = stream.next();
    if (done === true) {
      if (drawn === 0) throw new RangeError(`${call}: batches has no batch`);
      return undefined;
    }
    if (!Array.isArray(value)) {
      const need = "an array of the objective's further arguments";
      throw new TypeError(`${call}: a batch must be ${need}, got ${nameOf(value)}`);
    }
    drawn++;
    return value;
  };

  /** Closes every stream, also where closing one fails; of all errors the first is thrown. */
  const end = (...errors: unknown[]): IteratorResult<I> => {
    const open = ended ? [] : sources;
    ended = true;
    for (const source of open) {
      try {
        source.close();
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
