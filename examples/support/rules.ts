/** The rules that a program offers by name, with step rates that suit digits. */
import type { NdArray } from "ndarray";
import { stream } from "ndarray-params/initialize";
import {
  adadelta,
  adam,
  adamW,
  conjugateGradient,
  gradientDescent,
  lbfgs,
  linearAnnealing,
  rmsProp,
  rprop,
  type AsyncLoop,
  type Info,
  type Loss,
  type Objective,
  type RunOptions,
  type SavedState,
} from "ndarray-params/optimize";
import { namedBatches, type Name } from "ndarray-params/distribute";
import { onAllDigits } from "./all-digits.ts";
import { batchesOf, SIZE, type DigitBatch as Batch, type Digits } from "./mnist.ts";

type Flat = NdArray<Float64Array>;

export interface Training {
  readonly flat: Flat;
  readonly objective: Objective<Flat, Batch>;
  readonly digits: Digits;
  /** The objective by workers, if there are any: it takes names in the place of batches. */
  readonly shared?: ((flat: Flat, gradient: Flat, ...batch: Name[]) => Promise<number>) | undefined;
  readonly seed: string;
  readonly epochs: number;
  /** The state of a run to continue. */
  readonly state: SavedState | undefined;
}

type Start = <B extends readonly unknown[]>(
  flat: Flat,
  objective: Objective<Flat, B, Loss>,
  options: RunOptions<Flat, B>,
  iterations: number,
) => AsyncLoop<Info<Flat, { readonly iteration: number }>>;

/** Rules that take an iteration for each batch. */
const onBatches: Record<string, Start> = {
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
const onAll: Record<string, Start> = { lbfgs, conjugateGradient, rprop };

export const ruleNames: readonly string[] = [...Object.keys(onBatches), ...Object.keys(onAll)];

/** Runs a rule. Gives each info, with the number of the epoch and the part of it that is done. */
export async function* epochsOf(
  name: string,
  { flat, objective, digits, shared, seed, epochs, state }: Training,
): AsyncGenerator<{ epoch: number; part: number; info: Info<Flat> }> {
  const resumed = state === undefined ? {} : { state };
  const perEpoch = Object.hasOwn(onAll, name) ? 1 : Math.ceil(digits.labels.size / SIZE);
  const iterations = epochs * perEpoch;
  const skip = Number(state?.["iteration"] ?? 0);
  if (skip >= iterations) return;
  const start = (): AsyncLoop<Info<Flat>> => {
    if (Object.hasOwn(onAll, name)) {
      return onAll[name]!(flat, shared ?? onAllDigits(objective, digits), resumed, iterations);
    }
    const rule = onBatches[name]!;
    if (shared !== undefined) {
      const batches = namedBatches(seed, { batches: iterations, skip });
      return rule(flat, shared, { ...resumed, batches }, iterations);
    }
    const random = stream(seed, "batches");
    const batches = batchesOf(digits, SIZE, { random, epochs, skip });
    return rule(flat, objective, { ...resumed, batches }, iterations);
  };
  for await (const info of start()) {
    const done = info.iteration / perEpoch;
    const epoch = Math.ceil(done);
    yield { epoch, part: 1 - (epoch - done), info };
    if (info.iteration >= iterations) return;
  }
}
