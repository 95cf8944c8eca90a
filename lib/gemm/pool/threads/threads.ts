/** The other threads of a pool. */
import { startThread, type Thread } from "./thread.ts";
import type { Message } from "./worker.ts";

export interface Crew {
  /** Resolves to the number of threads that run. */
  readonly ready: Promise<number>;
  readonly isEmpty: () => boolean;
  readonly send: (message: Message) => void;
  readonly close: () => void;
}

/** Starts `count` threads with their first message. One that does not start, or ends, is left out. */
export function startCrew(count: number, first: Message): Crew {
  const threads = new Set<Thread>();
  const start = (): Promise<boolean> =>
    new Promise((resolve) => {
      const thread = startThread((runs) => {
        if (!runs) threads.delete(thread);
        resolve(runs);
      });
      threads.add(thread);
      thread.post(first);
    });
  const starts = Array.from({ length: count }, () => start().catch(() => false));
  return {
    ready: Promise.all(starts).then((runs) => runs.filter(Boolean).length),
    isEmpty: () => threads.size === 0,
    send: (message) => threads.forEach((thread) => thread.post(message)),
    close: () => threads.forEach((thread) => thread.close()),
  };
}
