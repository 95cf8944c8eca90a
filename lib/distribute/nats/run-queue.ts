import { wrongKind } from "../../internal/messages.ts";
import { aboveZero, checkNumber, count } from "../../internal/numbers.ts";
import type { RunQueue, RunWorker } from "../runs.ts";
import { readPlace } from "./ends/read-place.ts";
import type { NatsConnection } from "./connection.ts";
import type { JetStream } from "./runs/jet-stream.ts";
import { openStore, streamName } from "./runs/run-store.ts";
import { closedQueue, submitRuns, type Submitting } from "./runs/submit-runs.ts";
import { takeRuns } from "./runs/take-runs.ts";

export interface RunQueueOptions {
  /** The first part of all subjects: one for each sweep, in letters, digits, `-`, `_` and dots. */
  readonly subject: string;
  /**
   * The milliseconds that a worker may be silent; 30,000 by default. A worker that awaits something
   * now and then reports by itself that it is alive. One that computes without a pause cannot: then
   * this has to be longer than a run, or the run is given to a second worker as well.
   */
  readonly ackWait?: number;
  /** How often a run may be lost, with its worker or by its deadline; 5 by default. */
  readonly attempts?: number;
  /** Gets a line for each message that is refused; by default they go to `console.warn`. */
  readonly log?: (line: string) => void;
}

/** Both ends of a queue: a program uses one of them. */
export interface NatsRunQueue extends RunQueue, RunWorker {
  /** Takes and submits no more: what waits for an outcome rejects. The connection is the caller's to close. */
  readonly close: () => void;
  /** Removes the tasks and the outcomes of the sweep from the server. */
  readonly remove: () => Promise<void>;
}

/**
 * A queue of runs on a NATS server with JetStream. Sweep and workers make it in the same way:
 *
 *     sweep(space, runQueue(connection, jetstream(connection), { subject: "sweep-7" }), options)
 *     serveRuns(runQueue(connection, jetstream(connection), { subject: "sweep-7" }), run)
 *
 * The server keeps tasks and outcomes on its disk. A sweep that is started again takes the outcomes
 * that are there, and the run of a worker that dies is given to another. A sweep has a subject of its own.
 *
 * @param jetStream what `jetstream(connection)` of `@nats-io/jetstream` returns
 * @throws TypeError, RangeError for wrong arguments. `submit` rejects if the server has no JetStream,
 *   if the subject has a sweep with other options, or if the connection is closed for good.
 * @example
 * import { jetstream } from "@nats-io/jetstream";
 * serveRuns(runQueue(connection, jetstream(connection), { subject: "sweep-7" }), train);
 */
export function runQueue(
  connection: NatsConnection,
  jetStream: JetStream,
  options: RunQueueOptions,
): NatsRunQueue {
  const call = "runQueue";
  const place = readPlace(call, connection, options, ["ackWait", "attempts"]);
  const { jetstreamManager } = (jetStream ?? {}) as unknown as Record<string, unknown>;
  if (typeof jetstreamManager !== "function") {
    throw wrongKind(call, "jetStream", "be what jetstream(connection) returns", jetStream);
  }
  const { ackWait = 30_000, attempts = 5 } = options;
  checkNumber(call, "ackWait", ackWait, aboveZero);
  checkNumber(call, "attempts", attempts, count);
  const store = made(() => openStore(place, jetStream));
  const ready = made(async () => {
    const own = await store.get();
    await own.make(ackWait);
    return own;
  });
  let submitting: Submitting | undefined;
  const closers: (() => void)[] = [];
  let isClosed = false;
  const checkOpen = (): void => {
    if (isClosed) throw closedQueue();
  };
  return {
    async submit(trial, own) {
      checkOpen();
      if (submitting === undefined) {
        submitting = submitRuns(place, ready.get);
        closers.push(submitting.close);
      }
      return submitting.submit(trial, own);
    },
    take(evaluate) {
      checkOpen();
      const served = takeRuns(place, jetStream, { ackWait, attempts }, store.get, evaluate);
      closers.push(served.close);
      return served;
    },
    close() {
      isClosed = true;
      for (const close of closers.splice(0)) close();
    },
    async remove() {
      const { manager } = await store.get();
      await manager.streams.delete(streamName(place.subject));
      ready.forget();
    },
  };
}

/** A promise that is made once, and anew after a failure: the server may have JetStream by then. */
function made<T>(make: () => Promise<T>): {
  readonly get: () => Promise<T>;
  readonly forget: () => void;
} {
  let own: Promise<T> | undefined;
  const forget = (): void => {
    own = undefined;
  };
  return {
    get() {
      if (own === undefined) {
        own = make();
        own.catch(forget); // the caller has the error
      }
      return own;
    },
    forget,
  };
}
