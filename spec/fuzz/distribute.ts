/**
 * Kills workers 50 times while they train, stops others, restarts the server and the coordinator,
 * and compares the bits with those of a loop by hand; then sends more than 10,000 messages that
 * nobody may take, and measures the memory over 10,000 rounds. It needs a nats-server.
 *
 *     npm run fuzz -- distribute [seed = 0] [rounds = 3000]
 */
import { runChaos } from "../distribute/support/chaos.ts";
import { runInGarbage } from "../distribute/support/garbage-run.ts";
import { growthOf, inOneProgram, onThreads, overNats } from "../distribute/support/memory.ts";
import { byHand, flatByHand } from "../distribute/support/runs.ts";
import { startServer } from "../distribute/support/server.ts";

const [seed = 0, rounds = 3000] = process.argv.slice(2).map(Number);
const began = performance.now();
const chaos = { seed, rounds, workers: 4, kills: 50, stops: 8, between: 500 };
const outcome = await runChaos({ ...chaos, serverRestarts: 4, coordinatorRestarts: 4 });
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`${outcome.events} events, ${outcome.rounds} rounds in ${seconds} s`);
if (outcome.bits !== flatByHand("both", rounds)) throw new Error("other bits than by hand");
console.log("the same bits as by hand");

const server = await startServer();
const garbage = await runInGarbage(server, 13_000, 500, seed);
console.log("garbage sent to the coordinator and to the workers:", garbage.sent);
console.log("lines in their logs:", garbage.refused);
if (garbage.bits !== byHand("both", 500)) throw new Error("other bits in garbage");
for (const to of ["up", "all"] as const) {
  if (garbage.refused[to] < garbage.sent[to]) throw new Error(`garbage was taken: ${to}`);
}

for (const [name, transport] of [
  ["in one program", inOneProgram()],
  ["threads", onThreads()],
  ["nats", await overNats(server)],
] as const) {
  const growth = await growthOf(transport, 10_000); // oxlint-disable-line no-await-in-loop
  console.log(`memory from round 1,000 to 10,000, ${name}: ${(growth / 1e6).toFixed(2)} MB more`);
  if (growth > 2e6) throw new Error(`the memory grows: ${name}`);
  if ("close" in transport) transport.close();
}
await server.remove();
