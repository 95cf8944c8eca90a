/** An objective over digits in shards, for workers: each of them has the digits. */
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import { partOf, samplesOf, type Name, type Shard } from "ndarray-params/distribute";
import { stream } from "ndarray-params/initialize";
import type { Objective } from "ndarray-params/optimize";
import ndarray from "ndarray";
import { slice, type Digits } from "./mnist.ts";

type Flat = NdArray<Float64Array>;
type Batch = readonly [images: NdArray<Float64Array>, labels: NdArray<Uint8Array>];

/** Digits in a batch. */
export const SIZE = 100;

/**
 * The mean over all digits, or over the batch that seed and index name, as a sum over shards: the
 * mean over the n digits of a shard counts n/N.
 */
export function inShards(objective: Objective<Flat, Batch>, digits: Digits) {
  const batches = batchesOf(digits);
  return (flat: Flat, gradient: Flat, shard: Shard, ...[seed, index]: readonly Name[]): number => {
    const chosen = seed === undefined ? digits : batches(seed, Number(index));
    const [from, to] = partOf(chosen.labels.size, shard);
    if (from === to) {
      ops.assigns(gradient, 0);
      return 0;
    }
    const { images, labels } = slice(chosen, from, to);
    const weight = (to - from) / chosen.labels.size;
    const loss = objective(flat, gradient, images, labels);
    ops.mulseq(gradient, weight);
    return weight * loss;
  };
}

/** Gathers the digits of a batch; the next batch overwrites them. */
function batchesOf({ images, labels }: Digits): (seed: Name, index: number) => Digits {
  const n = labels.size;
  const pixels = ndarray(new Float64Array(SIZE * 784), [SIZE, 784]);
  const shown = ndarray(new Uint8Array(SIZE));
  const samplers = new Map<Name, (index: number) => Int32Array>();
  return (seed, index) => {
    const order = (epoch: number) => stream(seed, `epoch ${epoch}`);
    const samples = samplers.get(seed) ?? samplesOf(n, SIZE, order);
    samplers.set(seed, samples);
    const chosen = samples(index);
    chosen.forEach((sample, i) => {
      pixels.data.set(images.data.subarray(784 * sample, 784 * (sample + 1)), 784 * i);
      shown.data[i] = labels.data[sample]!;
    });
    return { images: pixels.hi(chosen.length), labels: shown.hi(chosen.length) };
  };
}
