import type { Place } from "../ends/subjects.ts";
import type { JetStream, JetStreamManager } from "./jet-stream.ts";

/** The stream of a sweep, which keeps its tasks and outcomes until it is removed. */
export interface RunStore {
  readonly manager: JetStreamManager;
  readonly stream: string;
  /**
   * Makes the stream, and the consumer that gives tasks to workers, if they are not there. Only the
   * sweep's end does so: a server of version 2.9 may never answer again if two clients make one
   * stream at a time.
   *
   * @param ackWait the milliseconds that a worker may be silent
   */
  readonly make: (ackWait: number) => Promise<void>;
  /** The first message on a subject that `decode` takes; each one before it is refused in the log. */
  readonly find: <T>(
    subject: string,
    decode: (data: Uint8Array) => T | undefined,
  ) => Promise<T | undefined>;
  readonly publish: (subject: string, payload: Uint8Array) => Promise<void>;
}

export const taskSubject = (subject: string, trial: number | "*"): string =>
  `${subject}.task.${trial}`;
export const outcomeSubject = (subject: string, trial: number | "*"): string =>
  `${subject}.outcome.${trial}`;

/** The trial that a subject ends with; undefined if that is no number as we write it. */
export function trialIn(subject: string): number | undefined {
  const text = subject.slice(subject.lastIndexOf(".") + 1);
  const trial = Number(text);
  return Number.isSafeInteger(trial) && trial >= 0 && String(trial) === text ? trial : undefined;
}

/** The line in the log for a message that somebody else has sent. */
export const notOurs = (subject: string): string =>
  `refused a message on ${subject}: it is no message of a sweep`;

/** The consumer of a stream that gives each task to one worker. */
export const WORKERS = "workers";

export const streamName = (subject: string): string => subject.replaceAll(".", "_");

/** Asks for JetStream. The stream may not be there yet. */
export async function openStore(place: Place, jetStream: JetStream): Promise<RunStore> {
  const { subject, log } = place;
  const manager = await again(place, () => jetStream.jetstreamManager(), hasNoJetStream);
  const stream = streamName(subject);
  return {
    manager,
    stream,
    async make(ackWait) {
      const subjects = [`${subject}.>`];
      await again(place, () => manager.streams.add({ name: stream, subjects, storage: "file" }));
      const consumer = {
        durable_name: WORKERS,
        ack_policy: "explicit",
        ack_wait: ackWait * 1e6,
        filter_subject: taskSubject(subject, "*"),
        max_deliver: -1,
      } as const;
      await again(place, () => manager.consumers.add(stream, consumer));
    },
    async find(on, decode) {
      for (let seq = 1; ; seq++) {
        const query = { seq, next_by_subj: on };
        const message = await again(place, () => manager.streams.getMessage(stream, query));
        if (message === null) return undefined;
        const value = decode(message.data);
        if (value !== undefined) return value;
        log(notOurs(on));
        seq = message.seq;
      }
    },
    async publish(on, payload) {
      if (!fits(place, payload)) {
        throw new RangeError("runQueue: the options are too long for a message of this server");
      }
      await again(place, () => jetStream.publish(on, payload));
    },
  };
}

/** Whether the server takes it. */
export const fits = ({ connection }: Place, payload: Uint8Array): boolean =>
  payload.length <= (connection.info?.max_payload ?? Infinity);

/** The milliseconds between two attempts while the server is not there. */
const PAUSE = 200;

export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE));

/**
 * Tries again until the server answers. A closed connection, what the server refuses, and a fault of
 * a program are errors, because none of them passes.
 */
export async function again<T>(
  { connection }: Place,
  what: () => Promise<T>,
  isFinal: (error: unknown) => boolean = isRefusal,
): Promise<T> {
  for (;;) {
    try {
      return await what();
    } catch (error) {
      if (connection.isClosed() || isFault(error) || isFinal(error)) throw error;
      await pause();
    }
  }
}

/** Whether the language itself has thrown: no failure of a network is a TypeError. */
export const isFault = (error: unknown): boolean =>
  /^(Type|Range|Reference|Syntax)Error$/.test((error as Error).name);

/** Whether the server has answered, and its answer is no; 503 is "not now". */
export function isRefusal(error: unknown): boolean {
  const { status } = error as { readonly status?: unknown };
  return typeof status === "number" && status !== 503;
}

/** Whether what was asked for is not there. */
export const isMissing = (error: unknown): boolean =>
  (error as { readonly status?: unknown }).status === 404;

/** The client says the same of a server that is starting again, but not when it is first asked. */
const hasNoJetStream = (error: unknown): boolean =>
  (error as Error).name === "JetStreamNotEnabled" || isRefusal(error);
