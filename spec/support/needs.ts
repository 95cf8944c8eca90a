/** The needs of a test beyond Node and the packages. */
import { spawnSync } from "node:child_process";

/**
 * Skips the test if the machine lacks something. Under CI the test fails instead, because a skip
 * there would go unnoticed.
 *
 * @param advice how to get it, for the message
 */
export function needs(test: Mocha.Context, what: string, isThere: boolean, advice: string): void {
  if (isThere) return;
  const { CI } = process.env;
  if (CI !== undefined && CI !== "") throw new Error(`needs ${what}: ${advice}`);
  test.skip();
}

let hasNumpy: boolean | undefined;

/** `needs` for `python3` on the PATH with NumPy. */
export function needsNumpy(test: Mocha.Context): void {
  // To find it is enough, and takes a third of the time of an import.
  const find = "import importlib.util, sys; sys.exit(importlib.util.find_spec('numpy') is None)";
  hasNumpy ??= spawnSync("python3", ["-c", find]).status === 0;
  needs(test, "python3 with NumPy", hasNumpy, "install it (Debian: python3-numpy)");
}
