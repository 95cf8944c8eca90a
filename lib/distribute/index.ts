// One objective over several threads or machines: shards of the data, summed in their order.
// Read sharded.ts first, then transport.ts, which says what passes between the two ends.
// May import the core, internal/ and optimize/run/flats.ts, and no other family.
export { sharded, type ShardedOptions } from "./sharded.ts";
export { serve, type ServeOptions, type ShardObjective } from "./serve.ts";
export { inProcess, type InProcess } from "./in-process.ts";
export { partOf, type Shard } from "./part-of.ts";
export { namedBatches, type NamedBatchOptions } from "./named-batches.ts";
export { samplesOf } from "./samples-of.ts";
export type {
  Answer,
  Evaluate,
  Events,
  Failure,
  Link,
  Model,
  Name,
  Outcome,
  Round,
  Served,
  Task,
  Transport,
  WorkerTransport,
} from "./transport.ts";
export type { Random } from "../internal/random-source.ts";
