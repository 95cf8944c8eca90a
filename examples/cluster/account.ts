import { connect, type NatsConnection } from "@nats-io/transport-node";

/** The options of each program of the cluster. */
export const serverOption = {
  help: "the server's address",
  default: "nats://127.0.0.1:4222",
} as const;

/**
 * Connects as `run` or `sys`, with the password in RUN_PASSWORD or SYS_PASSWORD. The client waits
 * for the server if that is not there, at first and later.
 */
export const connectAs = (user: "run" | "sys", servers: string): Promise<NatsConnection> =>
  connect({
    servers,
    user,
    pass: process.env[`${user.toUpperCase()}_PASSWORD`] ?? "",
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
  });
