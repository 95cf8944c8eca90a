/** Data in aligned batches: some samples at a time, the same ones from each array. */
import type { NdArray, TypedArray } from "ndarray";
import { checkBoolean } from "../internal/checks.ts";
import { wrongKind, wrongNumber } from "../internal/messages.ts";
import { checkNumber, count, whole } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { checkRandom, type Random } from "../internal/random-source.ts";
import { shuffle } from "../internal/shuffle.ts";
import { gather } from "./batches/gather.ts";
import { cut, readSamples } from "./batches/samples.ts";

export interface MinibatchOptions {
  /** The axis of each array that counts samples; 0 by default. -1 is the last one. */
  readonly axes?: readonly number[];
  /** Takes the samples in another order in each epoch. Returns numbers in [0, 1). */
  readonly random?: Random;
  /** The number of passes over all samples; without it the batches never end. */
  readonly epochs?: number;
  /** Leaves out a last batch that is smaller than the others. */
  readonly dropLast?: boolean;
  /** Leaves out the first batches: `state.iteration` of them if a run is continued. */
  readonly skip?: number;
}

/**
 * Batches of `size` samples: the further arguments of an objective. In the arrays' own order they
 * are views, and nothing is copied. With `random` they are gathered into one new array for each of
 * `arrays`, and the next batch overwrites it. Every loop over the batches begins anew.
 *
 * @param arrays ndarrays, or typed arrays with an element for each sample
 * @throws TypeError, RangeError if the arrays have no samples, or not the same number of them
 * @example
 * const batches = minibatches([images, labels], 100, { random, epochs: 5 });
 * for (const info of adam(flat, objective, { batches })) console.log(info.loss);
 */
export function minibatches<const A extends readonly (TypedArray | NdArray<TypedArray>)[]>(
  arrays: A,
  size: number,
  options: MinibatchOptions = {},
): Iterable<A> {
  const call = "minibatches";
  checkOptions(call, options, ["axes", "random", "epochs", "dropLast", "skip"]);
  const { axes, random, epochs = Infinity, dropLast = false, skip = 0 } = options;
  if (!Array.isArray(arrays)) {
    throw wrongKind(call, "arrays", "be a list of arrays", arrays);
  }
  checkNumber(call, "size", size, count);
  checkNumber(call, "skip", skip, whole);
  if (epochs !== Infinity) checkNumber(call, "epochs", epochs, count);
  checkBoolean(call, "dropLast", dropLast);
  if (random !== undefined) checkRandom(call, random);
  if (axes !== undefined && !Array.isArray(axes)) {
    throw wrongKind(call, "axes", "be a list with an axis for each array", axes);
  }
  if (axes !== undefined && axes.length !== arrays.length) {
    const got = `${axes.length} and ${arrays.length}`;
    throw wrongNumber(call, "axes", "have as many entries as arrays", got);
  }
  const samples = arrays.map((array, i) =>
    readSamples(call, i, array, axes === undefined ? 0 : axes[i]),
  );
  const n = samples[0]?.count ?? 0;
  samples.forEach((own, i) => {
    if (own.count === n) return;
    throw new RangeError(`${call}: array 0 has ${n} samples, array ${i} has ${own.count}`);
  });
  const batches = dropLast ? Math.floor(n / size) : Math.ceil(n / size);
  if (batches === 0) throw new RangeError(`${call}: ${n} samples make no batch of ${size}`);
  const sizeOf = (batch: number): number => Math.min(size, n - batch * size);
  const all = (views: unknown[]): A => views as readonly unknown[] as A;

  const kept = Array<A | undefined>(random === undefined ? batches : 0);
  const inOrder = (batch: number): A =>
    (kept[batch] ??= all(samples.map((own) => cut(own, batch * size, sizeOf(batch)))));

  return {
    *[Symbol.iterator]() {
      let passed = 0;
      if (random === undefined) {
        for (let epoch = 0; epoch < epochs; epoch++) {
          for (let batch = 0; batch < batches; batch++) if (passed++ >= skip) yield inOrder(batch);
        }
        return;
      }
      const order = Int32Array.from({ length: n }, (_, i) => i);
      const gathered = samples.map((own) => gather(own, Math.min(size, n)));
      const full = all(gathered.map(({ target }) => cut(target, 0, sizeOf(0))));
      const last = all(gathered.map(({ target }) => cut(target, 0, sizeOf(batches - 1))));
      for (let epoch = 0; epoch < epochs; epoch++) {
        shuffle(call, order, random);
        for (let batch = 0; batch < batches; batch++) {
          if (passed++ < skip) continue;
          for (const { fill } of gathered) fill(order, batch * size, sizeOf(batch));
          yield batch < batches - 1 ? full : last;
        }
      }
    },
  };
}
