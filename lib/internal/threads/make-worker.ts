/** Makes workers from a URL or from their source, in Node and in browsers. */
import type { AnyWorker } from "./start-thread.ts";

/** A URL, or its text. Not every program has the type of a URL. */
export type WorkerUrl = string | { readonly href: string };

type Make<Options> = new (from: string | URL, options?: Options) => AnyWorker;

interface FromSource {
  readonly eval: true;
  readonly execArgv: readonly string[];
}

interface Globals {
  readonly process?: {
    readonly getBuiltinModule?: (name: "node:worker_threads") => {
      readonly Worker: Make<FromSource>;
    };
  };
  readonly Worker: Make<{ readonly type: "module" }>;
  readonly Blob: new (parts: readonly string[], options: { readonly type: string }) => object;
  readonly URL: {
    new (url: string | URL): URL;
    readonly createObjectURL: (blob: object) => string;
    readonly revokeObjectURL: (url: string) => void;
  };
}

const globals = (): Globals => globalThis as unknown as Globals;

const nodeWorker = ({ process }: Globals): Make<FromSource> | undefined =>
  process?.getBuiltinModule?.("node:worker_threads").Worker;

/** A worker from a file. Node sees from its name whether it is a module; a browser is told. */
export function workerFromUrl(workerUrl: WorkerUrl, isModule: boolean): AnyWorker {
  const all = globals();
  const Node = nodeWorker(all);
  const url = workerUrl as string | URL;
  if (Node !== undefined) return new Node(new all.URL(url));
  return isModule ? new all.Worker(url, { type: "module" }) : new all.Worker(url);
}

/** A worker from the text of a script, which needs none of the loaders that the program may run with. */
export function workerFromSource(source: string): AnyWorker {
  const all = globals();
  const Node = nodeWorker(all);
  if (Node !== undefined) return new Node(source, { eval: true, execArgv: [] });
  const { Worker, Blob, URL } = all;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
