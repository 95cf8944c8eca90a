/** A worker thread from source, in Node and in browsers. */
import { workerSource } from "./worker.generated.ts";

export interface Thread {
  readonly post: (message: unknown) => void;
  readonly close: () => void;
}

/** What is used of a worker, of Node's and of the browser's. */
interface AnyWorker {
  readonly postMessage: (message: unknown) => void;
  readonly terminate: () => unknown;
  readonly unref?: () => void;
  readonly once?: (type: string, listener: () => void) => void;
  readonly addEventListener?: (type: string, listener: () => void) => void;
}
type Realm = {
  readonly process?: NodeJS.Process;
  readonly Worker: new (source: string) => AnyWorker;
};

/**
 * Starts a thread. `report` is told that it runs, from when on it keeps no process alive, and that
 * it does not: because it has not started, has ended or was closed.
 */
export function startThread(report: (runs: boolean) => void): Thread {
  const worker = makeWorker(globalThis as unknown as Realm);
  const listen = (worker.once ?? worker.addEventListener)!.bind(worker);
  listen("message", () => {
    worker.unref?.();
    report(true);
  });
  for (const end of ["error", "exit"]) listen(end, () => report(false));
  return {
    post: worker.postMessage.bind(worker),
    close() {
      void worker.terminate();
      report(false); // a browser's worker does not say so itself
    },
  };
}

function makeWorker({ process: node, Worker }: Realm): AnyWorker {
  const threads = node?.getBuiltinModule?.("node:worker_threads");
  if (threads !== undefined) return new threads.Worker(workerSource, { eval: true });
  const url = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
