import { checkKept } from "../../internal/checks.ts";
import type { Gathered } from "./gather.ts";
import { cut, type Samples } from "./samples.ts";

/** The views of a batch, after its samples are gathered. */
export type Take = (order: Int32Array, batch: number) => readonly unknown[];

/**
 * Arrays that are not gathered have views of their own in each batch; they are made when they are
 * first asked for. Those of gathered arrays are the same in all batches but a smaller last one.
 */
export function taker(
  samples: readonly Samples[],
  gathered: readonly (Gathered | undefined)[],
  size: number,
  batches: number,
): Take {
  const n = samples[0]!.count;
  const areAllGathered = !gathered.includes(undefined);
  const kept: (readonly unknown[])[] = [];
  const memories = [
    ...samples.map(({ data }, i) => ({ name: `array ${i}`, data })),
    ...gathered.flatMap((one, i) =>
      one === undefined ? [] : [{ name: `the batch of array ${i}`, data: one.target.data }],
    ),
  ].map((one) => ({ ...one, length: one.data.length }));
  return (order, batch) => {
    for (const { name, data, length } of memories) checkKept("minibatches", name, data, length);
    const first = batch * size;
    const count = Math.min(size, n - first);
    for (const one of gathered) one?.fill(order, first, count);
    const place = areAllGathered ? Number(batch === batches - 1) : batch;
    return (kept[place] ??= samples.map((own, i) => {
      const one = gathered[i];
      return one === undefined ? cut(own, first, count) : cut(one.target, 0, count);
    }));
  };
}
