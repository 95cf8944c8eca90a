/** Values that are drawn one at a time, when they are needed: batches, and rates of schedules. */
export interface Source<V> {
  next(): IteratorResult<V>;
  close(): void;
}

/**
 * Opens an iterable when it is first drawn from. As with for...of, an iterator that has ended or
 * has thrown is not closed.
 */
export function drawFrom<V>(values: Iterable<V>): Source<V> {
  let iterator: Iterator<V> | undefined;
  return {
    next: () => {
      const drawn = iterator ?? values[Symbol.iterator]();
      iterator = undefined;
      const result = drawn.next();
      if (result.done !== true) iterator = drawn;
      return result;
    },
    close: () => {
      const left = iterator;
      iterator = undefined;
      left?.return?.();
    },
  };
}
