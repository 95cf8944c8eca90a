/**
 * A coordinator as a process of its own: `url subject rounds file`. It saves its state after each
 * tenth round, goes on from the file if that is there, and prints the bits of the last flat.
 */
import { existsSync } from "node:fs";
import { connect } from "@nats-io/transport-node";
import { namedBatches, sharded } from "ndarray-params/distribute";
import { nats } from "ndarray-params/distribute/nats";
import { gradientDescent } from "ndarray-params/optimize";
import { restore, store } from "../../../examples/support/saved.ts";
import { models } from "./models.ts";
import { SHARDS } from "./runs.ts";

const [servers = "", subject = "", rounds = "", file = ""] = process.argv.slice(2);
process.on("disconnect", () => process.exit());
const waiting = { reconnectTimeWait: 50, maxReconnectAttempts: -1, waitOnFirstConnect: true };
const account = (user: string) => ({ servers, user, pass: user, ...waiting });
const connection = await connect(account("run"));
const system = await connect(account("sys"));
const { layout, start } = models.both;
const flat = start();
const rule = "gradientDescent";
const state = existsSync(file) ? await restore(file, rule, flat) : undefined;
const transport = nats(connection, { subject, system });
const objective = sharded(transport, layout, { shards: SHARDS, deadline: 2000, attempts: 20 });
const skip = Number(state?.["iteration"] ?? 0);
const batches = namedBatches("net", { batches: Number(rounds), skip });
const options = { stepRate: 0.1, momentum: 0.9, batches, ...(state && { state }) };
for await (const { iteration, state: now } of gradientDescent(flat, objective, options)) {
  if (iteration % 10 === 0) await store(file, rule, flat, now);
  process.send?.(iteration);
}
console.log(Buffer.from(flat.data.buffer).toString("hex"));
process.exit();
