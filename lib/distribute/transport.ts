/**
 * The messages between the one who optimizes, the coordinator, and the workers. A transport carries
 * them: `inProcess`, `threads`, `nats`, or one of your own.
 *
 * Two messages go to workers. A *round* is a flat with a number; an *assignment* names a shard of
 * a round. Two come back: an *answer* with the loss and the gradient of that shard, or a *failure*
 * with the message of the objective's error. The rest is presence: workers *join* and *leave*.
 *
 * Any of these may be lost, late, or come twice. A transport has to guarantee only that a message
 * arrives whole, and that a worker which may have lost something joins anew. All else follows from
 * the key of an answer, its round and its shard: the coordinator takes each key once, so it does
 * not matter who answers, nor how often.
 */
import type { DType, Floats } from "../internal/arrays.ts";
import type { Shard } from "./part-of.ts";

/** A further argument of the objective. It names samples, because data are not sent. */
export type Name = string | number;

/** The facts that both ends must agree on. */
export interface Model {
  /** A checksum of the template's paths and shapes. */
  readonly template: number;
  /** The number of elements of the flat. */
  readonly size: number;
  readonly dtype: DType;
}

/** An evaluation of the objective at one flat. */
export interface Round {
  /** Counts from 1 for each coordinator. */
  readonly number: number;
  /** Does not change until the round is over. It has no gaps. */
  readonly flat: Floats;
  readonly shards: number;
  readonly batch: readonly Name[];
}

/** The loss and the gradient of one shard. */
export interface Answer {
  readonly round: number;
  readonly shard: number;
  readonly loss: number;
  /** The coordinator reads it during the call of `answer`, and not after. */
  readonly gradient: Floats;
}

/** An error of the objective. It ends the round: another worker would meet it too. */
export interface Failure {
  readonly round: number;
  readonly shard: number;
  readonly message: string;
}

/** The news that a coordinator is told. These functions are never called during a call of its `Link`. */
export interface Events {
  /**
   * A worker is there, is idle, and has seen no round. One that joins again has lost what it was
   * assigned.
   */
  readonly join: (worker: string) => void;
  /** A worker is gone, and nothing more will be heard of it. */
  readonly leave: (worker: string, reason: string) => void;
  readonly answer: (worker: string, answer: Answer) => void;
  readonly failure: (worker: string, failure: Failure) => void;
  /** No worker can come any more. */
  readonly end: (error: Error) => void;
}

/** The orders that a coordinator gives. */
export interface Link {
  /** Begins a round: for all workers, or for one that joins while it is under way. */
  readonly begin: (round: Round, worker?: string) => void;
  /** Gives a worker a shard of the current round. It has at most one at a time. */
  readonly assign: (worker: string, shard: number) => void;
  /** Gives up a worker that did not answer in time. If it still answers, it is there again. */
  readonly dismiss: (worker: string) => void;
}

/** The coordinator's end of a transport. */
export interface Transport {
  readonly open: (model: Model, events: Events) => Link;
}

/** One shard for a worker to evaluate. */
export interface Task {
  /** The worker reads it until the outcome is there. */
  readonly flat: Floats;
  /** The worker writes all its elements. It may be the same array in each task. */
  readonly gradient: Floats;
  readonly shard: Shard;
  readonly batch: readonly Name[];
}

/** The loss, with the gradient written; or the message of an error. */
export type Outcome = { readonly loss: number } | { readonly error: string };

/** Evaluates a shard. The transport waits for the outcome before it gives the next. */
export type Evaluate = (task: Task) => Promise<Outcome>;

export interface Served {
  /** Leaves: the worker takes no further shard. */
  readonly close: () => void;
}

/** A worker's end of a transport. */
export interface WorkerTransport {
  /** Joins, and evaluates each shard that is assigned. */
  readonly serve: (model: Model, evaluate: Evaluate) => Served;
}
