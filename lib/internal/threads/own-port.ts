/** The port of the thread that this code runs in, to whoever started it. */
export interface Port {
  onmessage: ((event: { data: never }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

interface NodeGlobals {
  readonly process?: {
    readonly getBuiltinModule?: (name: "node:worker_threads") => {
      readonly parentPort: Port | null;
    };
  };
}

/** In Node it is null outside of workers; a browser's worker is a port itself. */
export const ownPort = (): Port | null => {
  const node = (globalThis as NodeGlobals).process?.getBuiltinModule?.("node:worker_threads");
  return node === undefined ? (globalThis as unknown as Port) : node.parentPort;
};
