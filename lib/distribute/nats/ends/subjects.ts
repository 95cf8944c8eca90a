/** The parts of a server that both ends use: its subjects, and its news of a reconnection. */
import type { Model } from "../../transport.ts";
import type { NatsConnection } from "../connection.ts";
import { encode, type Frame } from "../wire/frame.ts";
import { NONE } from "../wire/flat-frames.ts";

export interface Place {
  readonly connection: NatsConnection;
  readonly subject: string;
  readonly log: (line: string) => void;
}

/** The subjects: to all workers, to one of them, and from them to the coordinator. */
export const toAll = (subject: string): string => `${subject}.all`;
export const toOne = (subject: string, worker: number | string): string =>
  `${subject}.to.${worker}`;
export const toCoordinator = (subject: string): string => `${subject}.up`;

/** A frame without elements. */
export const plain = (kind: Frame["kind"], more: Partial<Frame>): Frame => ({
  kind,
  run: 0,
  worker: 0,
  round: 0,
  shard: 0,
  shards: 0,
  loss: 0,
  text: "",
  ...NONE,
  ...more,
});

/**
 * Publishes frames. A closed connection is left alone, because its end was reported already. A
 * draining one throws, which in a callback of the client would end the process, so the error is
 * logged.
 */
export function send(
  { connection, log }: Place,
  subject: string,
  frames: Iterable<Frame>,
  model: Model,
): void {
  for (const frame of frames) {
    if (connection.isClosed()) return;
    const payload = encode(frame, model);
    try {
      connection.publish(subject, payload);
    } catch (error) {
      return log(`a message could not be sent: ${String(error)}`);
    }
  }
}

/** Calls back after each time that the client has found a server again. */
export async function onReconnect(
  { connection }: Place,
  isOver: () => boolean,
  again: () => void,
): Promise<void> {
  for await (const { type } of connection.status()) {
    if (isOver()) return;
    if (type === "reconnect") again();
  }
}
