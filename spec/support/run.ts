import { execFileSync } from "node:child_process";

/** The output of a TypeScript program of this project; throws if the program fails. */
export const run = (file: string, ...args: string[]): string =>
  execFileSync(process.execPath, ["--import", "tsx/esm", file, ...args], { encoding: "utf8" });

/** The environment of a program whose coverage of lib/ counts: it runs lines that no spec can. */
export const covered = (): NodeJS.ProcessEnv => {
  const { COVERAGE_OF_SPECS: folder, ...env } = process.env;
  return folder === undefined ? env : { ...env, NODE_V8_COVERAGE: folder };
};
