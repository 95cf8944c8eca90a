import type { RunOutcome, RunWorker } from "../../runs.ts";
import type { Served } from "../../transport.ts";
import type { Place } from "../ends/subjects.ts";
import type { JetStream, RunConsumer, RunMessage } from "./jet-stream.ts";
import { decodeOutcome, decodeTask, encodeOutcome } from "./run-messages.ts";
import {
  again,
  isRefusal,
  outcomeSubject,
  taskSubject,
  trialIn,
  type RunStore,
} from "./run-store.ts";

export interface Terms {
  /** The milliseconds that a worker may be silent. */
  readonly ackWait: number;
  /** How often a run may be lost. */
  readonly attempts: number;
}

/** The milliseconds that the server holds a request for a task before it says that there is none. */
const EXPIRES = 5000;

/** A worker's end: it takes tasks, says that it works on them, and stores their outcomes. */
export function takeRuns(
  place: Place,
  jetStream: JetStream,
  { ackWait, attempts }: Terms,
  opened: () => Promise<RunStore>,
  evaluate: Parameters<RunWorker["take"]>[0],
): Served {
  const { connection, subject, log } = place;
  const served = { isOver: false };

  const consumer = async ({ manager, stream }: RunStore): Promise<RunConsumer> => {
    await manager.consumers.add(stream, {
      durable_name: "workers",
      ack_policy: "explicit",
      ack_wait: ackWait * 1e6,
      filter_subject: taskSubject(subject, "*"),
      max_deliver: -1,
    });
    return jetStream.consumers.get(stream, "workers");
  };

  const outcomeOf = async (trial: number, message: RunMessage): Promise<RunOutcome | undefined> => {
    const options = decodeTask(message.data);
    if (options === undefined) return undefined;
    if (message.info.deliveryCount > attempts) {
      const times = attempts === 1 ? "once" : `${attempts} times`;
      return { error: `it was lost ${times}, with its worker or by its deadline` };
    }
    const beat = setInterval(() => {
      if (connection.isClosed()) clearInterval(beat);
      else message.working();
    }, ackWait / 3);
    try {
      return await evaluate(trial, options);
    } finally {
      clearInterval(beat);
    }
  };

  const work = async ({ find, publish }: RunStore, message: RunMessage): Promise<void> => {
    const trial = trialIn(message.subject);
    const stored =
      trial === undefined ? undefined : await find(outcomeSubject(subject, trial), decodeOutcome);
    if (stored !== undefined) return message.ack(); // what was lost is the acknowledgement
    const outcome = trial === undefined ? undefined : await outcomeOf(trial, message);
    if (outcome === undefined) {
      log(`refused a message on ${message.subject}: it is no message of a sweep`);
      return message.term();
    }
    const on = outcomeSubject(subject, trial!);
    await publish(on, encodeOutcome(outcome)).catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
      return publish(on, encodeOutcome({ error: error.message }));
    });
    message.ack();
  };

  const loop = async (): Promise<void> => {
    const store = await opened();
    while (!served.isOver) {
      const tasks = await again(place, () => consumer(store));
      try {
        while (!served.isOver) {
          const message = await tasks.next({ expires: EXPIRES });
          if (message === null) continue;
          if (served.isOver) message.nak();
          else await work(store, message);
        }
      } catch (error) {
        // The server is down, or the sweep was removed. Asking for the consumer again tells which.
        if (connection.isClosed() || isRefusal(error)) throw error;
      }
    }
  };
  void loop().catch((error: unknown) => {
    if (!served.isOver && !connection.isClosed()) log(`no more runs are taken: ${String(error)}`);
  });
  return {
    close() {
      served.isOver = true;
    },
  };
}
