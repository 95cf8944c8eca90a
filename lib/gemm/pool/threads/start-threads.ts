/** The other threads of a pool: workers from source, in Node and in browsers. */
import {
  workerFromSource,
  workerFromUrl,
  type WorkerUrl,
} from "../../../internal/threads/make-worker.ts";
import { startThread, type Thread } from "../../../internal/threads/start-thread.ts";
import { workerSource } from "./worker.generated.ts";
import type { Message } from "./worker.ts";

export interface Threads {
  /** Resolves to the number of threads that run. */
  readonly ready: Promise<number>;
  readonly isEmpty: () => boolean;
  readonly send: (message: Message) => void;
  readonly close: () => void;
}

/**
 * Starts `count` threads and sends each its first message. A thread that does not start is left
 * out, and so is one that has ended.
 */
export function startThreads(count: number, first: Message, workerUrl?: WorkerUrl): Threads {
  const threads = new Set<Thread>();
  const start = (): Promise<boolean> =>
    new Promise((resolve) => {
      const worker =
        workerUrl === undefined ? workerFromSource(workerSource) : workerFromUrl(workerUrl, false);
      const thread = startThread(worker, {
        message: () => resolve(true),
        end: () => {
          threads.delete(thread);
          resolve(false);
        },
      });
      threads.add(thread);
      thread.send(first);
    });
  const starts = Array.from({ length: count }, () => start().catch(() => false));
  return {
    ready: Promise.all(starts).then((runs) => runs.filter(Boolean).length),
    isEmpty: () => threads.size === 0,
    send: (message) => threads.forEach((thread) => thread.send(message)),
    close: () => threads.forEach((thread) => thread.close()),
  };
}
