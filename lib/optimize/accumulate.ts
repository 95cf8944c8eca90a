import { checkFunction } from "../internal/checks.ts";
import { wrongKind } from "../internal/messages.ts";
import { atLeastZero, checkNumber } from "../internal/numbers.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";
import type { Objective } from "./run/contract.ts";
import { isIterable } from "./run/draw.ts";

/**
 * The same objective over many batches: its one further argument is an iterable of batches, and its
 * loss and gradient are the means of theirs. Sums are kept in float64. `grouped` gives a group of
 * batches to each iteration; an iterable that begins anew each time, such as that of `minibatches`
 * with one epoch, gives all data in parts that fit into memory, also to a line search.
 *
 *     loss = Σ wₖ·lossₖ / Σ wₖ,  g = Σ wₖ·gₖ / Σ wₖ
 *
 * @param weigh gives w from a batch; 1 by default. With the number of samples the means are those
 *   over all samples, even if the last batch is smaller
 * @throws TypeError, RangeError if a loss is not a number, or the weights have no sum above 0
 * @example
 * const batches = grouped(minibatches([images, labels], 100, { random }), 8);
 * adam(flat, accumulate(objective), { batches }); // steps as if 800 samples were in a batch
 */
export function accumulate<F extends Flat, B extends readonly unknown[]>(
  objective: Objective<F, B>,
  weigh?: (...batch: B) => number,
): Objective<F, [batches: Iterable<Readonly<B>>]> {
  const call = "accumulate";
  checkFunction(call, "objective", objective);
  if (weigh !== undefined) checkFunction(call, "weigh", weigh);
  let sum = new Float64Array(0);
  return (flat, gradient, batches) => {
    if (!isIterable(batches)) {
      throw wrongKind(call, "the batch", "be an iterable of batches, as grouped makes it", batches);
    }
    const { data, size, offset, stride } = readFloats(call, "gradient", gradient);
    if (sum.length === size) sum.fill(0);
    else sum = new Float64Array(size);
    let [loss, weight] = [0, 0];
    for (const batch of batches) {
      const own = weigh === undefined ? 1 : weigh(...batch);
      checkNumber(call, "a weight", own, atLeastZero);
      const part: unknown = objective(flat, gradient, ...batch);
      if (typeof part !== "number") {
        throw wrongKind(call, "objective", "return the loss, a number", part);
      }
      for (let i = 0, at = offset; i < size; i++, at += stride) sum[i]! += own * data[at]!;
      loss += own * part;
      weight += own;
    }
    if (!(weight > 0)) throw new RangeError(`${call}: the batches have no weight above 0`);
    for (let i = 0, at = offset; i < size; i++, at += stride) data[at] = sum[i]! / weight;
    return loss / weight;
  };
}
