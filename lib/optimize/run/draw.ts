/** An iterable that is drawn from when there is need, one value at a time. */
export interface Stream<V> {
  next(): IteratorResult<V>;
  close(): void;
}

/** Opened when first drawn from. As with for...of, what has ended or has failed is not closed. */
export function openStream<V>(values: Iterable<V>): Stream<V> {
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
