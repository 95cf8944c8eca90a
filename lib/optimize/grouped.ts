import { isIterable } from "../internal/is-iterable.ts";
import { wrongKind } from "../internal/messages.ts";
import { checkNumber, count } from "../internal/numbers.ts";
import { drawFrom } from "./run/draw.ts";

/**
 * Batches in groups of `n`, one group for each iteration of an objective from `accumulate`. The last
 * group is smaller if the batches end within it. A batch is drawn when the objective asks for it,
 * because `minibatches` with `random` overwrites the one before. For that reason a group can be
 * read only once, which is enough for every rule without a line search.
 *
 * A continued run skips the batches of `n` for each of its iterations.
 *
 * @throws TypeError, RangeError if `batches` is not an iterable or `n` not a whole number above 0
 * @example
 * const batches = grouped(minibatches([x, t], 100, { random, skip: 8 * state.iteration }), 8);
 */
export function grouped<const B extends readonly unknown[]>(
  batches: Iterable<B>,
  n: number,
): Iterable<[batches: Iterable<B>]> {
  if (!isIterable(batches)) throw wrongKind("grouped", "batches", "be an iterable", batches);
  checkNumber("grouped", "n", n, count);
  return { [Symbol.iterator]: () => groupsOf(batches, n) };
}

const end: IteratorReturnResult<undefined> = { value: undefined, done: true };

/** Written by hand, because it gives one result, one group and one iterator again and again. */
function groupsOf<B>(batches: Iterable<B>, n: number): Iterator<[Iterable<B>]> {
  const source = drawFrom("grouped", "batches", batches);
  let first: IteratorResult<B> = end;
  let left = 0; // batches of the group that have not been given
  let isRead = false;
  let isEmpty = false;

  const draw = (): IteratorResult<B> => {
    if (isEmpty) return end;
    const result = source.next();
    isEmpty = result.done === true;
    return result;
  };
  const inGroup: IterableIterator<B> = {
    [Symbol.iterator]: () => {
      if (isRead) {
        throw new RangeError("grouped: a group can be read once, but a line search reads it again");
      }
      isRead = true;
      return inGroup;
    },
    next: () => {
      if (left === 0) return end;
      const result = left === n ? first : draw();
      left = result.done === true ? 0 : left - 1;
      return result;
    },
  };
  const result: IteratorResult<[Iterable<B>]> = { value: [inGroup], done: false };
  return {
    next: () => {
      for (let rest = left; rest > 0; rest--) inGroup.next(); // the objective may leave some
      first = draw();
      if (first.done === true) return end;
      left = n;
      isRead = false;
      return result;
    },
    return: () => {
      source.close();
      return end;
    },
  };
}
