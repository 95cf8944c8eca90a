/** Messages that do not belong: noise, and messages of a run that were seen and then spoilt. */
import type { NatsConnection } from "@nats-io/transport-node";
import { stream } from "ndarray-params/initialize";
import { crc32 } from "../../../lib/internal/crc-32.ts";

/** The place of the checksum, and of what it covers. */
const CHECKSUM = 8;
const COVERED = 12;

/** Each spoils a message so that its checksum is right and something else is not. */
const spoilers: readonly ((view: DataView, draw: (n: number) => number) => void)[] = [
  (view) => view.setUint8(4, 9), // a version to come
  (view) => view.setUint8(5, 77), // no kind
  (view) => view.setUint8(6, 3), // elements of 3 bytes
  (view) => view.setUint8(7, 4), // a model of float32
  (view, draw) => view.setUint32(12, draw(2 ** 32), true), // another template
  (view, draw) => view.setUint32(16, draw(2 ** 31), true), // another size
  (view) => view.setUint32(48, 2 ** 31, true), // elements far outside
  (view) => view.setUint32(52, 2 ** 32 - 1, true), // a huge claim
  (view) => view.setUint32(64, 2 ** 32 - 1, true), // a huge text
];

export interface Garbage {
  /** Sends one message. */
  readonly send: () => void;
  /** How many messages were sent to the coordinator and to the workers that nobody may take. */
  readonly counts: { up: number; all: number };
}

export function garbageOf(connection: NatsConnection, subject: string, seed: number): Garbage {
  const random = stream(seed, "garbage");
  const draw = (n: number): number => Math.floor(random() * n);
  const seen: { subject: string; data: Uint8Array }[] = [];
  connection.subscribe(`${subject}.>`, {
    callback: (_, message) => {
      if (seen.length < 200) seen.push({ subject: message.subject, data: message.data.slice() });
    },
  });
  const counts = { up: 0, all: 0 };
  const sendBad = (data: Uint8Array): void => {
    const to = draw(2) === 0 ? "up" : "all";
    counts[to]++;
    connection.publish(`${subject}.${to}`, data);
  };
  const noise = (): void => {
    const data = new Uint8Array(draw(300)).map(() => draw(256));
    if (data.length >= 4 && draw(2) === 0) data.set([0x4e, 0x44, 0x50, 0x44]); // begins well
    sendBad(data);
  };
  const send = (): void => {
    const chosen = seen[draw(seen.length)];
    if (chosen === undefined || draw(4) === 0) return noise();
    const data = chosen.data.slice();
    const view = new DataView(data.buffer);
    const how = draw(4);
    if (how === 0) return connection.publish(chosen.subject, data); // once more, and late
    if (how === 1) return sendBad(data.subarray(0, draw(data.length)));
    if (how === 2) {
      data[COVERED + draw(data.length - COVERED)]! ^= 1 << draw(8);
      return sendBad(data);
    }
    spoilers[draw(spoilers.length)]!(view, draw);
    view.setUint32(CHECKSUM, crc32(data.subarray(COVERED)), true);
    return sendBad(data);
  };
  return { send, counts };
}
