/** Data in aligned batches: some samples at a time, the same ones from each array. */
import type { NdArray, TypedArray } from "ndarray";
import type { DType, DTypes, Floats } from "../internal/arrays.ts";
import { checkBoolean, checkDtype, checkFunction } from "../internal/checks.ts";
import { checkNumber, count, whole } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { checkRandom, type Random } from "../internal/random-source.ts";
import { shuffle } from "../internal/shuffle.ts";
import type { Pool } from "../internal/threads/pool-handle.ts";
import { readPool } from "../internal/threads/share-rows.ts";
import { gather } from "./batches/gather.ts";
import { allocated, ownMemory } from "./batches/batch-memory.ts";
import { inOrder } from "./batches/in-order.ts";
import { readArrays, readScales } from "./batches/samples.ts";
import { taker, type Take } from "./batches/take.ts";

type Arrays = readonly (TypedArray | NdArray<TypedArray>)[];

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
  /**
   * Makes the memory that batches of floats are gathered into, also in the arrays' own order, for
   * example in an arena: `gemm` reads it there without a copy. It is called once for each array of
   * floats, by `minibatches` itself, and all loops over the batches share that memory.
   */
  readonly allocate?: (size: number, dtype: DType) => TypedArray;
  /**
   * The pool that `gemmPool` returned. Its threads gather the arrays that have a scale, if bytes
   * and batches lie in one shared arena. Each thread then multiplies rows that are in its own
   * cache.
   */
  readonly pool?: Pool;
}

/** The same, with a scale for some of the arrays. */
export interface ScaledOptions<
  S extends Scales = Scales,
  K extends DType = DType,
> extends MinibatchOptions {
  /**
   * The number that each array is multiplied by while it is gathered, and undefined for those that
   * stay what they are. So images stay bytes: `[1 / 255, undefined]` for images and labels.
   */
  readonly scales: S;
  /** The type of the products; by default that of `allocate`, or else `"float64"`. */
  readonly dtype?: K;
}

type Scales = readonly (number | undefined)[];

/** A batch of A, in which the arrays with a scale are floats. */
type ScaledBatch<A extends Arrays, S extends Scales, D extends TypedArray> = {
  readonly [I in keyof A]: I extends keyof S
    ? S[I] extends number
      ? A[I] extends NdArray
        ? NdArray<D>
        : D
      : A[I]
    : A[I];
};

/**
 * Batches of `size` samples: the further arguments of an objective. In the arrays' own order they
 * are views, and nothing is copied. With `random` they are gathered into one new array for each of
 * `arrays`, and the next batch overwrites it. Every loop over the batches begins anew.
 *
 * An array with a scale is gathered as floats. Each element is scale·x: the scale is rounded to the
 * type of the batches, and so is each product, which are the bits of an array that was converted
 * before.
 *
 * @param arrays ndarrays, or typed arrays with an element for each sample
 * @throws TypeError, RangeError if the arrays have no samples, or not the same number of them
 * @example
 * const batches = minibatches([images, labels], 100, { random, epochs: 5 });
 * for (const info of adam(flat, objective, { batches })) console.log(info.loss);
 */
export function minibatches<const A extends Arrays, const S extends Scales, D extends Floats>(
  arrays: A,
  size: number,
  options: ScaledOptions<S> & { readonly allocate: (size: number, dtype: DType) => D },
): Iterable<ScaledBatch<A, S, D>>;
export function minibatches<
  const A extends Arrays,
  const S extends Scales,
  K extends DType = "float64",
>(arrays: A, size: number, options: ScaledOptions<S, K>): Iterable<ScaledBatch<A, S, DTypes[K]>>;
export function minibatches<const A extends Arrays>(
  arrays: A,
  size: number,
  options?: MinibatchOptions,
): Iterable<A>;
export function minibatches(
  arrays: Arrays,
  size: number,
  options: Partial<ScaledOptions> = {},
): Iterable<readonly unknown[]> {
  const call = "minibatches";
  checkOptions(call, options, [
    "axes",
    "random",
    "epochs",
    "dropLast",
    "skip",
    "allocate",
    "scales",
    "dtype",
    "pool",
  ]);
  const { pool, random, epochs = Infinity, dropLast = false, skip = 0, allocate, dtype } = options;
  checkNumber(call, "size", size, count);
  checkNumber(call, "skip", skip, whole);
  if (epochs !== Infinity) checkNumber(call, "epochs", epochs, count);
  checkBoolean(call, "dropLast", dropLast);
  if (random !== undefined) checkRandom(call, random);
  if (allocate !== undefined) checkFunction(call, "allocate", allocate);
  if (dtype !== undefined) checkDtype(call, dtype);
  const share = pool === undefined ? undefined : readPool(call, pool);
  const samples = readArrays(call, arrays, options.axes);
  const scales = readScales(call, options.scales, samples);
  const n = samples[0]?.count ?? 0;
  const batches = dropLast ? Math.floor(n / size) : Math.ceil(n / size);
  if (batches === 0) throw new RangeError(`${call}: ${n} samples make no batch of ${size}`);

  const most = Math.min(size, n);
  const sources = samples.map((own, i) => {
    const scale = scales[i];
    const memory = allocate && allocated(call, allocate, own, most, scale, dtype);
    if (memory !== undefined) return gather(own, memory, scale, share);
    if (random === undefined && scale === undefined) return undefined;
    return () => gather(own, ownMemory(own, most, scale, dtype), scale);
  });
  const open = (): Take => {
    const gathered = sources.map((source) => (typeof source === "function" ? source() : source));
    return taker(samples, gathered, size, batches);
  };
  const shared = sources.some((source) => typeof source === "function") ? undefined : open();

  return {
    *[Symbol.iterator]() {
      const take = shared ?? open();
      const order = inOrder(n);
      let passed = 0;
      for (let epoch = 0; epoch < epochs; epoch++) {
        if (random !== undefined) shuffle(call, order, random);
        for (let batch = 0; batch < batches; batch++) {
          if (passed++ >= skip) yield take(order, batch);
        }
      }
    },
  };
}
