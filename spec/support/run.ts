import { execFileSync } from "node:child_process";

/** What a TypeScript program of this project prints; throws where it fails. */
export const run = (file: string, ...args: string[]): string =>
  execFileSync(process.execPath, ["--import", "tsx/esm", file, ...args], { encoding: "utf8" });
