import { wrongKind } from "../internal/messages.ts";
import { checkNumber, count, whole } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";

export interface NamedBatchOptions {
  /** The number of batches; without it they never end. */
  readonly batches?: number;
  /** Leaves out the first ones: `state.iteration` of them if a run is continued. */
  readonly skip?: number;
}

/**
 * Names of mini-batches, as the option `batches` of a rule: `["run 7", 0]`, `["run 7", 1]`, … A
 * worker finds the samples by `samplesOf`, so that none is sent.
 *
 * @throws TypeError, RangeError if the seed is not a string or a safe integer
 * @example
 * adam(flat, objective, { batches: namedBatches("run 7", { skip: state.iteration }) });
 */
export function namedBatches<S extends string | number>(
  seed: S,
  options: NamedBatchOptions = {},
): Iterable<[seed: S, index: number]> {
  const call = "namedBatches";
  if (typeof seed !== "string" && !Number.isSafeInteger(seed)) {
    throw wrongKind(call, "seed", "be a string or a safe integer", seed);
  }
  checkOptions(call, options, ["batches", "skip"]);
  const { batches = Infinity, skip = 0 } = options;
  if (batches !== Infinity) checkNumber(call, "batches", batches, count);
  checkNumber(call, "skip", skip, whole);
  return {
    *[Symbol.iterator]() {
      for (let index = skip; index < batches; index++) yield [seed, index];
    },
  };
}
