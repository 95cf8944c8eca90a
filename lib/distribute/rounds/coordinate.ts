/** Who is there, who does which shard, and what happens if a shard is not answered. */
import type { Floats } from "../../internal/arrays.ts";
import type { Events, Link, Name, Round } from "../transport.ts";
import { orderedSum, type OrderedSum } from "./ordered-sum.ts";

/** The options of `sharded`, checked. */
export interface Settings {
  readonly call: string;
  readonly size: number;
  readonly shards: number;
  readonly deadline: number;
  readonly patience: number;
  readonly attempts: number;
}

/** Evaluates a round; the gradient is that of the sum until the next round. */
export type RunRound = (flat: Floats, batch: readonly Name[]) => Promise<OrderedSum>;

interface Worker {
  /** The shard that it does, perhaps of a round that is over; undefined while it is idle. */
  task: { readonly round: number; readonly shard: number } | undefined;
  timer: Timer | undefined;
}

type Timer = ReturnType<typeof setTimeout>;

/** A timer of more than 24 days would end at once. */
const after = (ms: number, what: () => void): Timer => setTimeout(what, Math.min(ms, 2 ** 31 - 1));

interface OpenRound extends Round {
  /** The shards that nobody does, in order. */
  readonly waiting: number[];
  /** How often each shard was lost. */
  readonly losses: number[];
  readonly resolve: (sum: OrderedSum) => void;
  readonly reject: (error: Error) => void;
}

/** Opens the link, and returns the function that evaluates one round after another. */
export function coordinate(settings: Settings, open: (events: Events) => Link): RunRound {
  const { call, shards, deadline, patience, attempts } = settings;
  const workers = new Map<string, Worker>();
  const sum = orderedSum(settings.size);
  let rounds = 0;
  let round: OpenRound | undefined;
  let lonely: Timer | undefined;
  let lastLoss = "";
  let ended: Error | undefined;

  const rest = (worker: Worker): void => {
    clearTimeout(worker.timer);
    worker.task = worker.timer = undefined;
  };

  /** Ends the round. What workers still do for it is waited for in the next one. */
  const finish = (settle: (over: OpenRound) => void): void => {
    const over = round!;
    round = undefined;
    clearTimeout(lonely);
    lonely = undefined;
    for (const { timer } of workers.values()) clearTimeout(timer);
    settle(over);
  };

  const fail = (error: Error): void => {
    if (round !== undefined) finish(({ reject }) => reject(error));
  };

  /**
   * The time runs out in two halves. If the coordinator itself was stopped, one half passes at once
   * and answers that have come meanwhile are read in the other.
   */
  const watch = (name: string, worker: Worker): void => {
    clearTimeout(worker.timer);
    const giveUp = (): void => {
      lose(name, `no answer came in ${deadline} ms`);
      link.dismiss(name);
    };
    worker.timer = after(deadline / 2, () => {
      worker.timer = after(deadline / 2, giveUp);
    });
  };

  /** Gives each idle worker a shard. */
  const handOut = (): void => {
    if (round === undefined) return;
    for (const [name, worker] of workers) {
      if (round.waiting.length === 0) break;
      if (worker.task !== undefined) continue;
      const shard = round.waiting.shift()!;
      worker.task = { round: round.number, shard };
      watch(name, worker);
      link.assign(name, shard);
    }
    if (workers.size === 0 && lonely === undefined) lonely = after(patience, despair);
  };

  const despair = (): void => {
    fail(new Error(`${call}: no worker was there for ${patience} ms${lastLoss}`));
  };

  /** Puts the shard of a worker back, unless its round is over or has the answer. */
  const putBack = ({ task }: Worker): number | undefined => {
    if (round === undefined || task?.round !== round.number || sum.has(task.shard))
      return undefined;
    round.waiting.push(task.shard);
    round.waiting.sort((a, b) => a - b); // the sum waits for the first
    return task.shard;
  };

  /** A shard that ends or blocks every worker is not given to workers for ever. */
  const count = (shard: number, reason: string): void => {
    const losses = (round!.losses[shard] = (round!.losses[shard] ?? 0) + 1);
    if (losses < attempts) return;
    fail(new Error(`${call}: shard ${shard} was lost ${losses} times, now because ${reason}`));
  };

  const lose = (name: string, reason: string): void => {
    const worker = workers.get(name);
    if (worker === undefined) return;
    workers.delete(name);
    clearTimeout(worker.timer);
    lastLoss = `; the last one was lost because ${reason}`;
    const shard = putBack(worker);
    if (shard !== undefined) count(shard, reason);
    handOut();
  };

  /** The worker if it is there; else a new one, which is idle. */
  const admit = (name: string): Worker => {
    clearTimeout(lonely);
    lonely = undefined;
    const worker = workers.get(name) ?? { task: undefined, timer: undefined };
    workers.set(name, worker);
    return worker;
  };

  /** Frees a worker that has done its task. One that was given up is there again. */
  const free = (name: string, done: { readonly round: number; readonly shard: number }): void => {
    const worker = admit(name);
    if (worker.task?.round === done.round && worker.task.shard === done.shard) rest(worker);
  };

  const isOpen = ({ round: number, shard }: { round: number; shard: number }): boolean =>
    round?.number === number && shard < shards && !sum.has(shard);

  const events: Events = {
    join(name) {
      if (ended !== undefined) return;
      const worker = admit(name);
      putBack(worker);
      rest(worker);
      if (round !== undefined) link.begin(round, name);
      handOut();
    },
    leave: lose,
    answer(name, answer) {
      free(name, answer);
      if (isOpen(answer)) sum.add(answer.shard, answer.loss, answer.gradient);
      if (round !== undefined && sum.isComplete()) finish(({ resolve }) => resolve(sum));
      else handOut();
    },
    failure(name, failure) {
      free(name, failure);
      if (isOpen(failure)) fail(new Error(`${call}: shard ${failure.shard}: ${failure.message}`));
      else handOut();
    },
    end(error) {
      ended ??= error;
      fail(error);
    },
  };
  const link = open(events);

  return (flat, batch) =>
    new Promise((resolve, reject) => {
      if (round !== undefined) {
        throw new TypeError(`${call}: the evaluation before this one is not done yet`);
      }
      if (ended !== undefined) throw ended;
      const waiting = Array.from({ length: shards }, (_, shard) => shard);
      sum.begin(shards);
      const number = ++rounds;
      const begun = { number, flat, shards, batch, waiting, losses: [], resolve, reject };
      link.begin(begun); // may refuse the batch
      round = begun;
      for (const [name, worker] of workers) if (worker.task !== undefined) watch(name, worker);
      handOut();
    });
}
