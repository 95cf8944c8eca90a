/** Runs a program in workerd, the runtime of Cloudflare's workers: it never generates code. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { promisify } from "node:util";
import type { Findings } from "../engines/tell.ts";

const execute = promisify(execFile);

const config = (worker: string): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);
const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "${worker}")],
  compatibilityDate = "2025-01-01",
);
`;

/** The JSON that the worker's `test` prints. */
export async function runInWorkerd(file: string, worker: string): Promise<Findings> {
  const path = worker.replace(".mjs", ".capnp");
  writeFileSync(path, config(basename(worker)));
  const { stdout, stderr } = await execute(file, ["test", "--verbose", path], {
    timeout: 300_000,
    maxBuffer: 2 ** 26,
  });
  const line = `${stdout}\n${stderr}`.split("\n").find((each) => each.includes('{"'));
  if (line === undefined) throw new Error(`workerd told nothing: ${stderr.slice(0, 500)}`);
  return JSON.parse(line.slice(line.indexOf('{"'))) as Findings;
}
