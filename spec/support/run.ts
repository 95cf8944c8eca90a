import { execFileSync } from "node:child_process";

/** The output of a TypeScript program of this project; throws if the program fails. */
export const run = (file: string, ...args: string[]): string =>
  execFileSync(process.execPath, ["--import", "tsx/esm", file, ...args], { encoding: "utf8" });
