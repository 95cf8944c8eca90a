/** The events by which a server tells that a client's connection has ended. */
import type { NatsConnection } from "../connection.ts";

export interface Disconnects {
  /** Whether a connection is known to have ended. */
  readonly has: (connection: string) => boolean;
  readonly close: () => void;
}

/** The members of the server's event that are used, if it has them. */
interface Event {
  readonly client?: { readonly id?: unknown };
  readonly server?: { readonly id?: unknown };
  readonly reason?: string;
}

/** How many ended connections are remembered: a hello may come after the end of its sender. */
const REMEMBERED = 1000;

/** Listens on the system account, if there is a connection to it. */
export function watchDisconnects(
  system: NatsConnection | undefined,
  log: (line: string) => void,
  gone: (connection: string, reason: string) => void,
): Disconnects {
  const ended = new Set<string>();
  const subscription = system?.subscribe("$SYS.ACCOUNT.*.DISCONNECT", {
    callback(error, message) {
      if (error !== null) {
        log(`the system account tells nothing: ${error.message}`);
        return;
      }
      const event = parsed(new TextDecoder().decode(message.data));
      const { client, server, reason } = event as Event;
      const connection = nameOf(server?.id, client?.id);
      if (connection === undefined) return;
      ended.add(connection);
      if (ended.size > REMEMBERED) ended.delete(ended.values().next().value!);
      gone(connection, reason ?? "for no reason that the server gives");
    },
  });
  return {
    has: (connection) => ended.has(connection),
    close: () => subscription?.unsubscribe(),
  };
}

/** The text by which a worker names its connection; "" while it has none. */
export const connectionText = ({ info }: NatsConnection): string =>
  info === undefined ? "" : JSON.stringify({ server: info.server_id, client: info.client_id });

/** Reads such a text; undefined if it is something else. */
export function connectionOf(text: string): string | undefined {
  const { server, client } = parsed(text) as Readonly<Record<string, unknown>>;
  return nameOf(server, client);
}

const nameOf = (server: unknown, client: unknown): string | undefined =>
  typeof server === "string" && typeof client === "number" ? `${server} ${client}` : undefined;

/** The object in a text; one without members if there is none. */
export function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
