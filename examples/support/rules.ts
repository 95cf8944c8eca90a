/** The rules that a program offers by name, with step rates that suit digits. */
import type { NdArray } from "ndarray";
import {
  accumulate,
  adadelta,
  adam,
  adamW,
  conjugateGradient,
  gradientDescent,
  lbfgs,
  linearAnnealing,
  rmsProp,
  rprop,
  type Info,
  type Objective,
  type RunOptions,
  type SavedState,
} from "ndarray-params/optimize";
import { batchesOf, type DigitBatch as Batch, type Digits } from "./mnist.ts";

type Flat = NdArray<Float64Array>;

export interface Training {
  readonly flat: Flat;
  readonly objective: Objective<Flat, Batch>;
  readonly digits: Digits;
  readonly random: () => number;
  readonly epochs: number;
  /** The state of a run to continue. */
  readonly state: SavedState | undefined;
}

type Start<B extends Batch | []> = (
  flat: Flat,
  objective: Objective<Flat, B>,
  options: RunOptions<Flat, B>,
  iterations: number,
) => Iterable<Info<Flat, { readonly iteration: number }>>;

const SIZE = 100; // digits in a batch
const PART = 1000; // digits in a part of all

/** An objective on all digits: the means over its parts. */
export function onAllDigits(objective: Objective<Flat, Batch>, digits: Digits): Objective<Flat> {
  const parts = batchesOf(digits, PART, { epochs: 1 });
  const overParts = accumulate(objective, (images) => images.shape[0]!);
  return (flat, gradient) => overParts(flat, gradient, parts);
}

/** Rules that take an iteration for each batch. */
const onBatches: Record<string, Start<Batch>> = {
  gradientDescent: (flat, objective, options, iterations) => {
    const stepRate = linearAnnealing(0.2, 0, iterations);
    return gradientDescent(flat, objective, { ...options, stepRate, momentum: 0.9 });
  },
  rmsProp: (flat, objective, options) =>
    rmsProp(flat, objective, { ...options, stepRate: 0.001, decay: 0.9 }),
  adam: (flat, objective, options) => adam(flat, objective, { ...options, stepRate: 0.001 }),
  adamW: (flat, objective, options) => adamW(flat, objective, { ...options, stepRate: 0.001 }),
  adadelta: (flat, objective, options) => adadelta(flat, objective, options),
};

/** Rules that take an iteration for each pass over all digits. */
const onAll: Record<string, Start<[]>> = { lbfgs, conjugateGradient, rprop };

export const ruleNames: readonly string[] = [...Object.keys(onBatches), ...Object.keys(onAll)];

/** Runs a rule. Gives each info, with the number of the epoch and the part of it that is done. */
export function* epochsOf(
  name: string,
  { flat, objective, digits, random, epochs, state }: Training,
): Generator<{ epoch: number; part: number; info: Info<Flat> }> {
  const resumed = state === undefined ? {} : { state };
  const perEpoch = Object.hasOwn(onAll, name) ? 1 : Math.ceil(digits.labels.size / SIZE);
  const iterations = epochs * perEpoch;
  if (Number(state?.["iteration"] ?? 0) >= iterations) return;
  const start = (): Iterable<Info<Flat>> => {
    if (Object.hasOwn(onAll, name)) {
      return onAll[name]!(flat, onAllDigits(objective, digits), resumed, iterations);
    }
    const skip = state === undefined ? 0 : Number(state["iteration"]);
    const batches = batchesOf(digits, SIZE, { random, epochs, skip });
    return onBatches[name]!(flat, objective, { ...resumed, batches }, iterations);
  };
  for (const info of start()) {
    const done = info.iteration / perEpoch;
    const epoch = Math.ceil(done);
    yield { epoch, part: 1 - (epoch - done), info };
    if (info.iteration >= iterations) return;
  }
}
