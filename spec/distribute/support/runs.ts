/** Runs of 200 rounds: alone by a loop that adds the shards by hand, or by workers. */
import type { NdArray } from "ndarray";
import { namedBatches, sharded, type Transport } from "ndarray-params/distribute";
import { gradientDescent } from "ndarray-params/optimize";
import { models, type ModelName } from "./models.ts";

type Flat = NdArray<Float64Array>;

export const ROUNDS = 200;
export const SHARDS = 4;

const optionsOf = (name: ModelName, rounds: number) => {
  const rule = { stepRate: 0.1, momentum: 0.9 };
  return name !== "logistic"
    ? { ...rule, batches: namedBatches("net", { batches: rounds }) }
    : rule;
};

/** The bits of the last flat and of all losses. */
const bitsOf = (flat: Flat, losses: readonly number[]): string =>
  Buffer.from(Float64Array.of(...flat.data, ...losses).buffer).toString("hex");

/** The run without any of this: a loop adds the shards in order. */
function runByHand(name: ModelName, rounds: number): { flat: Flat; losses: number[] } {
  const { start, objective } = models[name];
  const flat = start();
  const part = start();
  const losses: number[] = [];
  const whole = (at: Flat, gradient: Flat, ...batch: readonly (string | number)[]): number => {
    let loss = 0;
    for (let index = 0; index < SHARDS; index++) {
      loss += objective(at, part, { index, count: SHARDS }, ...batch);
      for (let i = 0; i < part.data.length; i++) {
        gradient.data[i] = (index === 0 ? 0 : gradient.data[i]!) + part.data[i]!;
      }
    }
    return loss;
  };
  for (const { loss, iteration } of gradientDescent(flat, whole, optionsOf(name, rounds))) {
    losses.push(loss);
    if (iteration === rounds) break;
  }
  return { flat, losses };
}

const kept = new Map<string, string>();

export function byHand(name: ModelName, rounds = ROUNDS): string {
  const bits = kept.get(`${name} ${rounds}`);
  if (bits !== undefined) return bits;
  const { flat, losses } = runByHand(name, rounds);
  kept.set(`${name} ${rounds}`, bitsOf(flat, losses));
  return bitsOf(flat, losses);
}

/** The last flat alone, in hexadecimal digits. */
export const flatByHand = (name: ModelName, rounds: number): string =>
  bitsOf(runByHand(name, rounds).flat, []);

/** The run over a transport. `each` is called after each round. */
export async function byWorkers(
  transport: Transport,
  name: ModelName,
  rounds = ROUNDS,
  each: (round: number) => unknown = () => {},
  allocate?: (size: number) => Flat,
): Promise<string> {
  const { layout, start } = models[name];
  const flat = start();
  const own = allocate === undefined ? flat : allocate(flat.data.length);
  own.data.set(flat.data);
  const objective = sharded(transport, layout, { shards: SHARDS, deadline: 20_000 });
  const losses: number[] = [];
  for await (const info of gradientDescent(own, objective, optionsOf(name, rounds))) {
    losses.push(info.loss);
    await each(info.iteration);
    if (info.iteration === rounds) break;
  }
  return bitsOf(own, losses);
}
