/** The other threads of a pool: workers from source, in Node and in browsers. */
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
export function startThreads(count: number, first: Message, workerUrl?: string | URL): Threads {
  const threads = new Set<Thread>();
  const start = (): Promise<boolean> =>
    new Promise((resolve) => {
      const thread = startThread(workerUrl, (runs) => {
        if (!runs) threads.delete(thread);
        resolve(runs);
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

interface Thread {
  readonly send: (message: Message) => void;
  readonly close: () => void;
}

/**
 * Starts a thread. It calls `report(true)` when the thread runs, from when on that keeps no process
 * alive; and `report(false)` if it does not start, when it ends and when it is closed.
 */
function startThread(workerUrl: string | URL | undefined, report: (runs: boolean) => void): Thread {
  const worker = makeWorker(globalThis as unknown as Globals, workerUrl);
  const listen = (worker.once ?? worker.addEventListener)!.bind(worker);
  listen("message", () => {
    worker.unref?.();
    report(true);
  });
  for (const end of ["error", "exit"]) listen(end, () => report(false));
  return {
    send: worker.postMessage.bind(worker),
    close() {
      void worker.terminate();
      report(false); // a browser's worker does not report its end
    },
  };
}

/** The members of a worker that are used, Node's and the browser's. */
interface AnyWorker {
  readonly postMessage: (message: unknown) => void;
  readonly terminate: () => unknown;
  readonly unref?: () => void;
  readonly once?: (type: string, listener: () => void) => void;
  readonly addEventListener?: (type: string, listener: () => void) => void;
}

interface Globals {
  readonly process?: {
    readonly getBuiltinModule?: (name: "node:worker_threads") => {
      readonly Worker: new (from: string | URL, options?: { readonly eval: true }) => AnyWorker;
    };
  };
  readonly Worker: new (url: string | URL) => AnyWorker;
  readonly Blob: new (parts: readonly string[], options: { readonly type: string }) => object;
  readonly URL: {
    new (url: string | URL): URL;
    readonly createObjectURL: (blob: object) => string;
    readonly revokeObjectURL: (url: string) => void;
  };
}

/** Makes a worker from its URL or, without one, from its source. */
function makeWorker(
  { process, Worker, Blob, URL }: Globals,
  workerUrl: string | URL | undefined,
): AnyWorker {
  const node = process?.getBuiltinModule?.("node:worker_threads");
  if (workerUrl !== undefined) {
    return node === undefined ? new Worker(workerUrl) : new node.Worker(new URL(workerUrl));
  }
  if (node !== undefined) return new node.Worker(workerSource, { eval: true });
  const url = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
