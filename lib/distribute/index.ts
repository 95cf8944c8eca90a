// One objective over several threads or machines, in shards; and whole runs for whoever is free.
// Read sharded.ts first, then transport.ts for what passes between the ends; for runs, sweep.ts.
// May import the core, internal/ and optimize/run/flats.ts, and no other family.
export { sharded, type ShardedOptions } from "./sharded.ts";
export { serve, type ServeOptions, type ShardObjective } from "./serve.ts";
export { inProcess, type InProcess } from "./in-process.ts";
export { partOf, type Shard } from "./part-of.ts";
export { namedBatches, type NamedBatchOptions } from "./named-batches.ts";
export { samplesOf } from "./samples-of.ts";
export { sweep, type SweepOptions, type Trial } from "./sweep.ts";
export { serveRuns } from "./serve-runs.ts";
export { ranked, sweepTable } from "./sweep-table.ts";
export { integer, logUniform, uniform } from "./choices.ts";
export type { Choice, OptionsOf, Space } from "./sweeps/draw-options.ts";
export type {
  Figures,
  Run,
  RunOptions,
  RunOutcome,
  RunQueue,
  RunResult,
  RunWorker,
  Scalar,
} from "./runs.ts";
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
