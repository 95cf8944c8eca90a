/**
 * Kills workers of a sweep in the middle of runs, the sweep's own process and the server, and
 * compares the table with that of one program. It needs a nats-server.
 *
 *     npm run fuzz -- sweeps [seed = 0] [trials = 300]
 */
import { deepStrictEqual } from "node:assert";
import { rowsAlone, sweepInChaos } from "../distribute/support/sweep-chaos.ts";

const [seed = 0, trials = 300] = process.argv.slice(2).map(Number);
for (const workers of [1, 2, 3]) {
  const began = performance.now();
  // oxlint-disable-next-line no-await-in-loop -- the machine has few cores
  const { rows, begun, again, killed } = await sweepInChaos({
    seed: seed + workers,
    trials,
    workers,
    ackWait: 600,
    length: 20,
    kills: 10,
    sweepKills: 4,
    serverKills: 3,
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${workers} workers: ${trials} trials, ${begun} runs begun in ${seconds} s; killed:`, killed); // oxfmt-ignore
  deepStrictEqual(rows, await rowsAlone(trials)); // oxlint-disable-line no-await-in-loop
  if (again.length > 0) throw new Error(`finished trials were run again: ${again.join(", ")}`);
}
console.log("the same table as by one program, and no finished trial was run again");
