/**
 * Checks format, lint and types, two at a time: `npm run check`. It prints what a check that fails
 * has to say, and exits with 1.
 */
import { spawn } from "node:child_process";
import { goEnvironment, tsc } from "./compile.ts";

const checks: Readonly<Record<string, readonly string[]>> = {
  format: ["node_modules/oxfmt/bin/oxfmt", "--check"],
  lint: ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"],
  types: [...tsc, "--noEmit"],
  "the types of the live pages": [...tsc, "--noEmit", "-p", "docs/live"],
};

const run = (args: readonly string[]): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env: goEnvironment });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text: Buffer) => (output += text.toString()));
    }
    child.on("close", (code) => resolve(code === 0 ? undefined : output));
  });

const waiting = Object.entries(checks);
const work = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, args] = next;
    const fault = await run(args); // oxlint-disable-line no-await-in-loop
    if (fault === undefined) continue;
    console.error(`${name}:\n${fault}`);
    process.exitCode = 1;
  }
};
await Promise.all([work(), work()]);
