import { checkFunction } from "../internal/checks.ts";
import { isIterable } from "../internal/is-iterable.ts";
import { isThenable } from "../internal/is-thenable.ts";
import { wrongKind } from "../internal/messages.ts";
import { atLeastZero, checkNumber } from "../internal/numbers.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";
import { addTo, emptyMean, storeMean, type Mean } from "./batches/mean.ts";
import type { Objective } from "./run/contract.ts";
import { drawFrom } from "./run/draw.ts";
import type { Loss } from "./run/loop.ts";

/**
 * The same objective over many batches: its one further argument is an iterable of batches, and its
 * loss and gradient are the means of theirs. Sums are kept in float64. `grouped` gives a group of
 * batches to each iteration; an iterable that begins anew each time, such as that of `minibatches`
 * with one epoch, gives all data in parts that fit into memory, also to a line search.
 *
 *     loss = Σ wₖ·lossₖ / Σ wₖ,  g = Σ wₖ·gₖ / Σ wₖ
 *
 * If the objective returns promises, a batch waits until the one before is done.
 *
 * @param weigh gives w from a batch; 1 by default. With the number of samples the means are those
 *   over all samples, even if the last batch is smaller
 * @throws TypeError, RangeError if a loss is not a number, or the weights have no sum above 0
 * @example
 * const batches = grouped(minibatches([images, labels], 100, { random }), 8);
 * adam(flat, accumulate(objective), { batches }); // steps as if 800 samples were in a batch
 */
export function accumulate<F extends Flat, B extends readonly unknown[], L extends Loss = number>(
  objective: Objective<F, B, L>,
  weigh?: (...batch: B) => number,
): Objective<F, [batches: Iterable<Readonly<B>>], L> {
  const call = "accumulate";
  checkFunction(call, "objective", objective);
  if (weigh !== undefined) checkFunction(call, "weigh", weigh);
  const weightOf = (batch: Readonly<B>): number => {
    const weight: unknown = weigh === undefined ? 1 : weigh(...batch);
    checkNumber(call, "a weight", weight, atLeastZero);
    return weight;
  };
  let idle: Mean | undefined; // not while a promise is waited for: another run may come between

  const mean = (flat: F, gradient: F, batches: Iterable<Readonly<B>>): number | Promise<number> => {
    if (!isIterable(batches)) {
      throw wrongKind(call, "the batch", "be an iterable of batches, as grouped makes it", batches);
    }
    const elements = readFloats(call, "gradient", gradient);
    const source = drawFrom(call, "the batch", batches);
    const sum = emptyMean(idle, elements.size);
    idle = undefined;

    const fail = (error: unknown): never => {
      try {
        source.close();
      } catch {
        // The first error is the one to know.
      }
      throw error;
    };

    /** Adds batches until there are no more, or a promise has to be waited for. */
    const go = (): number | Promise<number> => {
      try {
        for (let drawn = source.next(); drawn.done !== true; drawn = source.next()) {
          const weight = weightOf(drawn.value);
          const loss: unknown = objective(flat, gradient, ...(drawn.value as B));
          if (isThenable(loss)) return goOn(loss, weight);
          addTo(sum, weight, loss, elements);
        }
      } catch (error) {
        return fail(error);
      }
      idle = sum;
      return storeMean(sum, elements);
    };
    const goOn = async (promise: PromiseLike<unknown>, weight: number): Promise<number> => {
      try {
        addTo(sum, weight, await promise, elements);
      } catch (error) {
        return fail(error);
      }
      return go();
    };
    return go();
  };
  return mean as Objective<F, [batches: Iterable<Readonly<B>>], L>;
}
