// A transport over a NATS server: workers on any machines, over a connection that the caller opens.
// Read nats.ts first, then wire/frame.ts, which says what a message is, and the two ends in ends/.
// May import the engine-free part of distribute, the core and internal/.
export { nats, type Nats, type NatsOptions } from "./nats.ts";
export type { NatsConnection, NatsMessage, NatsSubscription } from "./connection.ts";
export { runQueue, type NatsRunQueue, type RunQueueOptions } from "./run-queue.ts";
export type {
  JetStream,
  JetStreamManager,
  RunConsumer,
  RunMessage,
  StoredMessage,
} from "./runs/jet-stream.ts";
export type { RunOptions, RunOutcome, RunQueue, RunWorker, Scalar, Figures } from "../runs.ts";
export type { Served, Transport, WorkerTransport } from "../transport.ts";
