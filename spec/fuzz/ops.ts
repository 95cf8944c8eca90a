/**
 * Compares all functions of ndarray-params/ops with ndarray-ops on drawn calls, refusals included:
 *
 *     npm run fuzz -- ops [count = 100000] [first seed = 0]
 *
 * ndarray-ops keeps the code of every loop it generates, so a process does 10,000 calls at most.
 */
import { spawnSync } from "node:child_process";
import { checkCall } from "../support/ops/check-call.ts";

const MOST = 10_000;
const [count = 100_000, first = 0] = process.argv.slice(2).map(Number);

/** Checks calls in this process; returns how many differ. */
function check(): number {
  let differences = 0;
  let refused = 0;
  for (let seed = first; seed < first + count; seed++) {
    try {
      if (checkCall(seed)) refused++;
    } catch (error) {
      differences++;
      if (differences <= 5) console.log((error as Error).message.slice(0, 600));
    }
  }
  const seeds = `${count} calls from seed ${first} on`;
  console.log(`${seeds}, ${refused} of them refused: ${differences} differences`);
  return differences;
}

/** Checks slices of calls, each in a process of its own; returns how many slices differ. */
function checkSlices(): number {
  let failed = 0;
  for (let start = first; start < first + count; start += MOST) {
    const size = Math.min(MOST, first + count - start);
    const args = [...process.execArgv, process.argv[1]!, String(size), String(start)];
    if (spawnSync(process.execPath, args, { stdio: "inherit" }).status !== 0) failed++;
  }
  return failed;
}

if ((count > MOST ? checkSlices() : check()) > 0) process.exitCode = 1;
