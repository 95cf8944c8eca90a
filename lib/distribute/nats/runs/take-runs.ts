import type { RunOptions, RunOutcome, RunWorker } from "../../runs.ts";
import type { Served } from "../../transport.ts";
import type { Place } from "../ends/subjects.ts";
import type { JetStream, RunConsumer, RunMessage } from "./jet-stream.ts";
import { decodeOutcome, decodeTask, encodeOutcome } from "./run-messages.ts";
import {
  again,
  fits,
  isFault,
  isMissing,
  isRefusal,
  notOurs,
  outcomeSubject,
  pause,
  trialIn,
  WORKERS,
  type RunStore,
} from "./run-store.ts";

export interface Terms {
  /** The milliseconds that a worker may be silent. */
  readonly ackWait: number;
  /** How often a run may be lost. */
  readonly attempts: number;
}

/** The milliseconds that the server holds a request for a task before it says that there is none. */
const EXPIRES = 1000;

const TOO_LONG = "its figures are too long for a message of this server";

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

  const outcomeOf = async (
    trial: number,
    options: RunOptions,
    message: RunMessage,
  ): Promise<RunOutcome> => {
    if (message.info.deliveryCount > attempts) {
      const tries = `${attempts} of ${attempts} attempts`;
      return { error: `it was lost in ${tries}, with its worker or by its deadline` };
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
    const options = decodeTask(message.data);
    if (trial === undefined || options === undefined) {
      log(notOurs(message.subject));
      return message.term();
    }
    const to = outcomeSubject(subject, trial);
    // An outcome may be there already: then what was lost is its acknowledgement.
    if ((await find(to, decodeOutcome)) === undefined) {
      const payload = encodeOutcome(await outcomeOf(trial, options, message));
      await publish(to, fits(place, payload) ? payload : encodeOutcome({ error: TOO_LONG }));
    }
    message.ack();
  };

  /** The sweep may not have begun: a worker waits for it. */
  const isFinal = (error: unknown): boolean =>
    served.isOver || (isRefusal(error) && !isMissing(error));

  const loop = async (): Promise<void> => {
    const store = await opened();
    let tasks: RunConsumer | undefined;
    while (!served.isOver) {
      tasks ??= await again(place, () => jetStream.consumers.get(store.stream, WORKERS), isFinal);
      try {
        const message = await tasks.next({ expires: EXPIRES });
        if (message === null) continue;
        if (served.isOver) message.nak();
        else await work(store, message);
      } catch (error) {
        if (isFault(error)) throw error;
        // The server is down, or the sweep was removed. Asking for the consumer waits for either.
        tasks = undefined;
        await pause(); // it may be there, and give nothing
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
