import { Worker } from "node:worker_threads";

/** A thread that runs a file of this project. Node 20 has to be told again how to load TypeScript. */
export function threadOf(url: string, workerData: unknown): Worker {
  const file = JSON.stringify(url);
  const code = url.endsWith(".ts")
    ? `import("tsx/esm/api").then(({ register }) => { register(); return import(${file}); });`
    : `import(${file});`;
  return new Worker(code, { eval: true, workerData });
}
