/** A worker as a process of its own: `url subject`. It ends with the one who started it. */
import { connect } from "@nats-io/transport-node";
import { serve } from "ndarray-params/distribute";
import { nats } from "ndarray-params/distribute/nats";
import { models } from "./models.ts";

const [servers = "", subject = ""] = process.argv.slice(2);
process.on("disconnect", () => process.exit());
const account = { user: "run", pass: "run", reconnectTimeWait: 50, maxReconnectAttempts: -1 };
const connection = await connect({ servers, ...account, waitOnFirstConnect: true });
const { layout, objective } = models.both;
serve(nats(connection, { subject }), layout, objective);
