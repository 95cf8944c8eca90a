/** The compiler in a process of its own. */
import { spawnSync } from "node:child_process";

/** The compiler. Several threads would infer the same types several times. */
export const tsc = ["node_modules/typescript/bin/tsc", "--singleThreaded"] as const;

/** The compiler and the linter's part for types are in Go. They end before garbage is a burden. */
export const goEnvironment = { ...process.env, GOGC: "off" };

/** What the compiler prints and its exit status. */
export const compile = (...args: string[]): { status: number | null; stdout: string } =>
  spawnSync(process.execPath, [...tsc, ...args], { encoding: "utf8", env: goEnvironment });
