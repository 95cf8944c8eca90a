import { wrongKind } from "../internal/messages.ts";
import { checkNumber, count, whole } from "../internal/numbers.ts";

/** One part of an objective, with the number of all parts. */
export interface Shard {
  /** From 0 to `count` - 1. */
  readonly index: number;
  readonly count: number;
}

/**
 * The samples of a shard among `n`: from the first number up to the second, that not included. The
 * parts of all shards cover each sample once, and their sizes differ by 1 at most.
 *
 * @throws TypeError, RangeError if `n` is not a whole number of at least 0, or there is no such shard
 * @example
 * partOf(10, { index: 1, count: 3 }); //=> [3, 6]
 */
export function partOf(n: number, shard: Shard): [from: number, to: number] {
  const call = "partOf";
  checkNumber(call, "n", n, whole);
  if (typeof shard !== "object" || shard === null) {
    throw wrongKind(call, "shard", "be a shard, as the objective gets it", shard);
  }
  const { index, count: shards } = shard;
  checkNumber(call, "shard.count", shards, count);
  checkNumber(call, "shard.index", index, whole);
  if (index >= shards) {
    throw new RangeError(
      `${call}: shard.index must be below shard.count, got ${index} of ${shards}`,
    );
  }
  // n·index may not be exact; this is, for whole numbers up to 2⁵³.
  const each = Math.floor(n / shards);
  const rest = n % shards; // the first shards have one more
  const start = (i: number): number => i * each + Math.min(i, rest);
  return [start(index), start(index + 1)];
}
