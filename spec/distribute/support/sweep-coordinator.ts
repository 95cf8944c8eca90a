/** A sweep as a process of its own: `url subject ackWait trials`. It tells its parent each row. */
import { jetstream } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { sweep } from "ndarray-params/distribute";
import { runQueue } from "ndarray-params/distribute/nats";
import { randomOf, space } from "./sweep-model.ts";

const [servers = "", subject = "", ackWait = "", trials = ""] = process.argv.slice(2);
process.on("disconnect", () => process.exit());
const account = { user: "run", pass: "run", reconnectTimeWait: 50, maxReconnectAttempts: -1 };
const connection = await connect({ servers, ...account, waitOnFirstConnect: true });
const queue = runQueue(connection, jetstream(connection), { subject, ackWait: Number(ackWait) });
for await (const row of sweep(space, queue, { trials: Number(trials), randomOf })) {
  process.send!(row);
}
await new Promise((resolve) => process.send!("over", resolve));
process.exit();
