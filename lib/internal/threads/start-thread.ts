/** A thread as this package uses it: a worker of Node or of a browser, by one set of words. */

/** A worker as programs hand it over: Node's Worker and the browser's differ in their types. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** The members of a worker that are used, Node's and the browser's. */
export interface AnyWorker {
  readonly postMessage: (message: unknown) => void;
  readonly terminate: () => unknown;
  readonly unref?: () => void;
  readonly on?: (type: string, listener: (event: never) => void) => unknown;
  readonly addEventListener?: (type: string, listener: (event: never) => void) => void;
}

export interface Thread {
  readonly send: (message: unknown) => void;
  readonly close: () => void;
}

export interface Hears {
  readonly message: (data: unknown) => void;
  /** The thread has not started, has ended or was closed; it is called once. */
  readonly end: (reason: string) => void;
}

/**
 * Listens to a worker. From its first message on, which says that it runs, it keeps no process
 * alive. A browser's worker does not report its end, so closing a thread reports that too.
 */
export function startThread(worker: AnyWorker, hears: Hears): Thread {
  let isOver = false;
  const end = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    hears.end(reason);
  };
  const isNode = worker.on !== undefined;
  const listen = (worker.on ?? worker.addEventListener)!.bind(worker);
  listen("message", (event: { readonly data: unknown }) => {
    worker.unref?.();
    if (!isOver) hears.message(isNode ? event : event.data);
  });
  listen("error", (error: { readonly message?: string }) => {
    end(error.message ?? "it could not be loaded");
  });
  listen("exit", (code: number) => end(`it exited with the code ${code}`));
  return {
    send: worker.postMessage.bind(worker),
    close() {
      void worker.terminate();
      end("it was closed");
    },
  };
}
