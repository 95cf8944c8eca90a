import { checkFunction } from "../../../internal/checks.ts";
import { wrongKind } from "../../../internal/messages.ts";
import { checkOptions } from "../../../internal/options.ts";
import type { NatsConnection } from "../connection.ts";
import type { Place } from "./subjects.ts";

/** The options of every end. */
export interface PlaceOptions {
  readonly subject: string;
  readonly log?: (line: string) => void;
}

/** Checks connection and options, which are `subject`, `others` and `log`. */
export function readPlace(
  call: string,
  connection: NatsConnection,
  options: PlaceOptions,
  others: readonly string[],
): Place {
  checkConnection(call, "connection", connection);
  checkOptions(call, options, ["subject", ...others, "log"]);
  const { subject, log = console.warn } = options;
  // A wildcard would make the subjects of one run those of another.
  if (typeof subject !== "string" || !/^[\w-]+(\.[\w-]+)*$/.test(subject)) {
    throw wrongKind(call, "subject", "be words joined by dots, without wildcards", subject);
  }
  checkFunction(call, "log", log);
  return { connection, subject, log: (line) => log(`${subject}: ${line}`) };
}

export function checkConnection(call: string, name: string, value: unknown): void {
  const { publish, subscribe } = (value ?? {}) as Record<string, unknown>;
  if (typeof publish === "function" && typeof subscribe === "function") return;
  throw wrongKind(call, name, "be the connection of a NATS client", value);
}
