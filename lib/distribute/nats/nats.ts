import type { DType } from "../../internal/arrays.ts";
import { checkDtype } from "../../internal/checks.ts";
import type { Transport, WorkerTransport } from "../transport.ts";
import type { NatsConnection } from "./connection.ts";
import { openCoordinator } from "./ends/coordinator-end.ts";
import { checkConnection, readPlace } from "./ends/read-place.ts";
import { openWorker } from "./ends/worker-end.ts";

export interface NatsOptions {
  /** The first part of all subjects: one for each run, in letters, digits, `-`, `_` and dots. */
  readonly subject: string;
  /**
   * A second connection, to the server's system account, for the coordinator: it then learns at once
   * that a worker has died. Without it a dead worker is noticed by its deadline.
   */
  readonly system?: NatsConnection;
  /** The dtype of elements on the wire; by default that of the flat. The coordinator decides. */
  readonly wire?: DType;
  /** Gets a line for each message that is refused; by default they go to `console.warn`. */
  readonly log?: (line: string) => void;
}

/** Both ends of a transport: a program uses one of them. */
export interface Nats extends Transport, WorkerTransport {
  /**
   * Leaves the subjects. An evaluation that is under way rejects, and so does each later one. The
   * connections are the caller's to close.
   */
  readonly close: () => void;
}

/**
 * A transport over a NATS server. The caller opens the connection, with TLS, credentials and
 * whatever else the client offers. Coordinator and workers make it in the same way:
 *
 *     sharded(nats(connection, { subject: "digits" }), layout, { shards: 8 })
 *     serve(nats(connection, { subject: "digits" }), layout, shardObjective)
 *
 * A message has a version and a checksum. A message that does not belong is refused with one line
 * in the log. A worker takes only flats of its own template. If the server or the coordinator is
 * started again, the workers carry on.
 *
 * @throws TypeError, RangeError for wrong arguments
 * @example
 * import { connect } from "@nats-io/transport-node";
 * const connection = await connect({ servers: "nats://10.0.0.1", maxReconnectAttempts: -1 });
 * serve(nats(connection, { subject: "digits" }), layout, shardObjective);
 */
export function nats(connection: NatsConnection, options: NatsOptions): Nats {
  const call = "nats";
  const place = readPlace(call, connection, options, ["system", "wire"]);
  const { system, wire } = options;
  if (system !== undefined) checkConnection(call, "system", system);
  if (wire !== undefined) checkDtype(call, wire, "wire");
  const closers: (() => void)[] = [];
  return {
    open(model, events) {
      const { link, close } = openCoordinator(
        place,
        { system, wire: wire ?? model.dtype },
        model,
        events,
      );
      closers.push(close);
      return link;
    },
    serve(model, evaluate) {
      const served = openWorker(place, model, evaluate);
      closers.push(served.close);
      return served;
    },
    close() {
      for (const close of closers.splice(0)) close();
    },
  };
}
