/** Python programs with NumPy alone. */
import { spawnSync } from "node:child_process";
import { expect } from "chai";

/** NumPy's library for products starts a thread for each processor, which takes a third of the time. */
const env = { ...process.env, OPENBLAS_NUM_THREADS: "1" };

/** What Python prints as JSON, if it has nothing to say about errors. */
export function python(...args: readonly string[]): unknown {
  const { stdout, stderr } = spawnSync("python3", args, { encoding: "utf8", env });
  expect(stderr).to.equal("");
  return JSON.parse(stdout);
}
