import { checkFunction } from "../internal/checks.ts";
import { checkNumber, count, whole } from "../internal/numbers.ts";
import { checkRandom, type Random } from "../internal/random-source.ts";
import { shuffle } from "../internal/shuffle.ts";

/**
 * Finds the samples of a batch by its index. Each epoch takes all `n` samples once, in an order of
 * its own: that of the source of random numbers that `randomOf` gives for the epoch. The last batch
 * of an epoch is smaller if `size` does not divide `n`. The numbers stand in an array that holds the
 * order of the epoch: read them before you ask for a batch of another one.
 *
 * @throws TypeError, RangeError if `n` and `size` are not whole numbers of at least 1
 * @example
 * const samples = samplesOf(60_000, 100, (epoch) => stream("run 7", `epoch ${epoch}`));
 * samples(600); // the first 100 samples of the second epoch
 */
export function samplesOf(
  n: number,
  size: number,
  randomOf: (epoch: number) => Random,
): (index: number) => Int32Array {
  const call = "samplesOf";
  checkNumber(call, "n", n, count);
  checkNumber(call, "size", size, count);
  checkFunction(call, "randomOf", randomOf);
  const batches = Math.ceil(n / size);
  const order = new Int32Array(n);
  let ordered = -1; // the epoch that order is of
  return (index) => {
    checkNumber(call, "index", index, whole);
    const epoch = Math.floor(index / batches);
    if (epoch !== ordered) {
      const random = randomOf(epoch);
      checkRandom(call, random);
      ordered = -1; // the source of random numbers may fail in the middle
      for (let i = 0; i < n; i++) order[i] = i;
      shuffle(call, order, random);
      ordered = epoch;
    }
    const first = (index % batches) * size;
    return order.subarray(first, Math.min(first + size, n));
  };
}
