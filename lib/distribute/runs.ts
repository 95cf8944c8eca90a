/**
 * The types that a sweep and the workers who take its runs pass to each other. A run is one call:
 * options in, a loss and other figures out. A queue carries it to whoever is free: `runQueue` of
 * `/distribute/nats`, or one of your own.
 *
 * The options of a run follow from its trial, a number. So it does not matter who takes a run, nor
 * how often: the first outcome of a trial counts, and any other one would be the same.
 */
import type { Served } from "./transport.ts";

/** A value in a cell of the table of a sweep. */
export type Scalar = number | string | boolean;

/** The options of one run. */
export type RunOptions = Readonly<Record<string, Scalar>>;

/** The loss of a run, by which runs are compared, and whatever else the table is to show. */
export type Figures = Readonly<Record<string, Scalar>> & { readonly loss: number };

/** A run from its options to its figures. Members that are undefined are left out. */
export type Run<O = RunOptions> = (options: O, trial: number) => RunResult | PromiseLike<RunResult>;

export type RunResult = { readonly loss: number } & {
  readonly [name: string]: Scalar | undefined;
};

/** The figures of a run, or the message of the error that ended it. */
export type RunOutcome = { readonly figures: Figures } | { readonly error: string };

/** The sweep's end of a queue. */
export interface RunQueue {
  /** Resolves when somebody has taken the run, and rejects if nobody will. */
  readonly submit: (trial: number, options: RunOptions) => Promise<RunOutcome>;
}

/** A worker's end of a queue. */
export interface RunWorker {
  /** Takes one run after another, and waits for the outcome before it takes the next. */
  readonly take: (evaluate: (trial: number, options: RunOptions) => Promise<RunOutcome>) => Served;
}
