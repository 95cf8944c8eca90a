/** An objective over digits in shards, for workers: each of them has the digits. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import { partOf, samplesOf, type Name, type Shard } from "ndarray-params/distribute";
import { stream } from "ndarray-params/initialize";
import type { Objective } from "ndarray-params/optimize";
import { onAllDigits } from "./all-digits.ts";
import { SIZE, type DigitBatch, type Digits } from "./mnist.ts";

type Flat = NdArray<Float64Array>;

/**
 * The mean over all digits, or over the batch that seed and index name, as a sum over shards: the
 * mean over the n digits of a shard counts n/N.
 */
export function inShards(objective: Objective<Flat, DigitBatch>, digits: Digits) {
  const batches = namedBy(digits);
  return (flat: Flat, gradient: Flat, shard: Shard, ...[seed, index]: readonly Name[]): number => {
    const { images, labels } = seed === undefined ? digits : batches(seed, Number(index));
    const [from, to] = partOf(labels.size, shard);
    if (from === to) {
      ops.assigns(gradient, 0);
      return 0;
    }
    const n = to - from;
    const part = { images: images.lo(from).hi(n), labels: labels.lo(from).hi(n) };
    const loss = onAllDigits(objective, part)(flat, gradient);
    const weight = n / labels.size;
    ops.mulseq(gradient, weight);
    return weight * loss;
  };
}

/** Gathers the digits of a batch by its name; the next batch overwrites them. */
function namedBy({ images, labels }: Digits): (seed: Name, index: number) => Digits {
  const pixels = ndarray(new Uint8Array(SIZE * 784), [SIZE, 784]);
  const shown = ndarray(new Uint8Array(SIZE));
  const samplers = new Map<Name, (index: number) => Int32Array>();
  return (seed, index) => {
    const order = (epoch: number) => stream(seed, `epoch ${epoch}`);
    const samples = samplers.get(seed) ?? samplesOf(labels.size, SIZE, order);
    samplers.set(seed, samples);
    const chosen = samples(index);
    chosen.forEach((sample, i) => {
      pixels.data.set(images.data.subarray(784 * sample, 784 * (sample + 1)), 784 * i);
      shown.data[i] = labels.data[sample]!;
    });
    return { images: pixels.hi(chosen.length), labels: shown.hi(chosen.length) };
  };
}
