/**
 * A worker of a sweep as a process of its own: `url subject ackWait milliseconds`. It tells its
 * parent of each run that it begins, and when, and ends with it.
 */
import { jetstream } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { serveRuns } from "ndarray-params/distribute";
import { runQueue } from "ndarray-params/distribute/nats";
import { slowly } from "./sweep-model.ts";

const [servers = "", subject = "", ackWait = "", milliseconds = ""] = process.argv.slice(2);
process.on("disconnect", () => process.exit());
const account = { user: "run", pass: "run", reconnectTimeWait: 50, maxReconnectAttempts: -1 };
const connection = await connect({ servers, ...account, waitOnFirstConnect: true });
const queue = runQueue(connection, jetstream(connection), { subject, ackWait: Number(ackWait) });
serveRuns<Parameters<ReturnType<typeof slowly>>[0]>(queue, (options, trial) => {
  process.send!({ trial, time: Date.now() });
  return slowly(Number(milliseconds))(options, trial);
});
