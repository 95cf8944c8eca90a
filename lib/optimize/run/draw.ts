/** Values that are drawn one at a time, when they are needed: batches, and rates of schedules. */
import { isThenable } from "../../internal/is-thenable.ts";
import { wrongKind } from "../../internal/messages.ts";

export interface Source<V> {
  next(): IteratorResult<V>;
  close(): void;
}

/** The iterator of an iterable; the error names `call` and `name` if it has none. */
export function open<V>(call: string, name: string, values: Iterable<V>): Iterator<V> {
  const opened: unknown = values[Symbol.iterator]();
  if (isIterator<V>(opened)) return opened;
  throw wrongKind(call, name, "have an iterator", opened);
}

/**
 * Opens an iterable when it is first drawn from. As with for...of, an iterator that has ended or
 * has thrown is not closed. Errors name `call` and `name`.
 */
export function drawFrom<V>(call: string, name: string, values: Iterable<V>): Source<V> {
  let iterator: Iterator<V> | undefined;
  return {
    next: () => {
      const drawn = iterator ?? open(call, name, values);
      iterator = undefined;
      const result: unknown = drawn.next();
      if (!isResult<V>(result)) {
        throw wrongKind(call, name, "have an iterator that returns { done, value }", result);
      }
      if (result.done !== true) iterator = drawn;
      return result;
    },
    close: () => {
      const left = iterator;
      iterator = undefined;
      const closed: unknown = left?.return?.();
      if (isThenable(closed)) {
        throw wrongKind(call, name, "have an iterator whose return is done at once", closed);
      }
    },
  };
}

const isIterator = <V>(value: unknown): value is Iterator<V> =>
  typeof (value as Partial<Iterator<V>> | null | undefined)?.next === "function";

const isResult = <V>(value: unknown): value is IteratorResult<V> =>
  typeof value === "object" && value !== null && !isThenable(value);
