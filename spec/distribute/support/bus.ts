/** NATS without a server: connections of one program, which a spec breaks as it likes. */
import type { NatsConnection, NatsMessage } from "ndarray-params/distribute/nats";

type Callback = (error: Error | null, message: NatsMessage) => void;

export interface BusConnection extends NatsConnection {
  publish: NatsConnection["publish"];
  /** Has found a server again. */
  readonly reconnect: () => void;
  /** The server refuses what it has subscribed to. */
  readonly refuse: (error: Error) => void;
  readonly close: () => void;
}

export function makeBus(limit = 2 ** 20) {
  const subscriptions = new Set<{ subject: string; callback: Callback; owner: number }>();
  let clients = 0;
  const publish = (subject: string, data: Uint8Array): void => {
    queueMicrotask(() => {
      for (const each of subscriptions) {
        if (each.subject === subject) each.callback(null, { subject, data });
      }
    });
  };
  const connect = (): BusConnection => {
    const owner = ++clients;
    let isClosed = false;
    let tell = (): void => {};
    const told: string[] = [];
    let ended = (): void => {};
    const closed = new Promise<void>((resolve) => (ended = resolve));
    return {
      info: { client_id: owner, server_id: "bus", max_payload: limit },
      publish,
      subscribe(subject, { callback }) {
        const own = { subject, callback, owner };
        subscriptions.add(own);
        return { unsubscribe: () => void subscriptions.delete(own) };
      },
      async *status() {
        for (;;) {
          // oxlint-disable-next-line no-await-in-loop -- one after another
          if (told.length === 0) await new Promise<void>((resolve) => (tell = resolve));
          const type = told.shift()!;
          if (type === "close") return;
          yield { type };
        }
      },
      closed: () => closed,
      isClosed: () => isClosed,
      reconnect() {
        told.push("disconnect", "reconnect");
        tell();
      },
      refuse(error) {
        for (const each of subscriptions) {
          if (each.owner === owner) each.callback(error, undefined as never);
        }
      },
      close() {
        isClosed = true;
        told.push("close");
        tell();
        ended();
      },
    };
  };
  return { connect, publish };
}

/** All microtasks and timers that are due. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
