import type { RunOutcome, RunQueue } from "../../runs.ts";
import { sameOptions } from "../../sweeps/draw-options.ts";
import { onReconnect, type Place } from "../ends/subjects.ts";
import type { NatsMessage } from "../connection.ts";
import { decodeOutcome, decodeTask, encodeTask } from "./run-messages.ts";
import { notOurs, outcomeSubject, taskSubject, trialIn, type RunStore } from "./run-store.ts";

interface Waiting {
  readonly resolve: (outcome: RunOutcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface Submitting {
  readonly submit: RunQueue["submit"];
  readonly close: () => void;
}

const otherSweep = (trial: number, subject: string): string =>
  `runQueue: trial ${trial} on ${subject} has other options; take another subject, or remove() the sweep that is there`;

/** The error of whatever is asked of a queue after its end. */
export const closedQueue = (): Error => new Error("runQueue: the queue was closed");

/**
 * The sweep's end. Outcomes are heard when they are stored; those that were stored before, or while
 * the connection was down, are found in the store. So a sweep that begins again takes them from there.
 */
export function submitRuns(place: Place, opened: () => Promise<RunStore>): Submitting {
  const { connection, subject, log } = place;
  const waiting = new Map<number, Waiting>();
  let isOver = false;

  const settle = (trial: number, outcome: RunOutcome): void => {
    waiting.get(trial)?.resolve(outcome);
    waiting.delete(trial);
  };
  const fail = (error: unknown): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const hear = ({ subject: on, data }: NatsMessage): void => {
    const trial = trialIn(on);
    const outcome = trial === undefined ? undefined : decodeOutcome(data);
    if (outcome !== undefined) settle(trial!, outcome);
    else log(notOurs(on));
  };
  const lookUp = async (trial: number): Promise<void> => {
    const { find } = await opened();
    const outcome = await find(outcomeSubject(subject, trial), decodeOutcome);
    if (outcome !== undefined) settle(trial, outcome);
  };
  const lookUpAll = (): void => {
    for (const trial of waiting.keys()) void lookUp(trial).catch(fail);
  };

  const callback = (error: Error | null, message: NatsMessage): void => {
    if (error === null) hear(message);
    else log(`refused a message: ${error.message}`);
  };
  const heard = connection.subscribe(outcomeSubject(subject, "*"), { callback });
  void onReconnect(place, () => isOver, lookUpAll);
  void connection.closed().then(() => fail(new Error("runQueue: the connection is closed")));

  return {
    async submit(trial, options) {
      const { find, publish } = await opened();
      if (isOver) throw closedQueue();
      if (waiting.has(trial)) {
        throw new TypeError(`runQueue: trial ${trial} on ${subject} is under way already`);
      }
      const outcome = new Promise<RunOutcome>((resolve, reject) => {
        waiting.set(trial, { resolve, reject });
      });
      outcome.catch(() => {}); // it may be rejected before it is returned
      try {
        const task = await find(taskSubject(subject, trial), decodeTask);
        if (task === undefined) await publish(taskSubject(subject, trial), encodeTask(options));
        else if (sameOptions(task, options)) await lookUp(trial);
        else throw new RangeError(otherSweep(trial, subject));
      } catch (error) {
        waiting.delete(trial);
        throw error;
      }
      return outcome;
    },
    close() {
      isOver = true;
      heard.unsubscribe();
      fail(closedQueue());
    },
  };
}
