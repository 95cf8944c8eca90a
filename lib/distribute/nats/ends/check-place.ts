import { wrongKind } from "../../../internal/messages.ts";
import type { NatsConnection } from "../connection.ts";

export function checkConnection(
  call: string,
  name: string,
  value: unknown,
): asserts value is NatsConnection {
  const { publish, subscribe } = (value ?? {}) as Record<string, unknown>;
  if (typeof publish === "function" && typeof subscribe === "function") return;
  throw wrongKind(call, name, "be the connection of a NATS client", value);
}

/** A wildcard would make the subjects of one run those of another. */
export function checkSubject(call: string, subject: unknown): asserts subject is string {
  if (typeof subject === "string" && /^[\w-]+(\.[\w-]+)*$/.test(subject)) return;
  throw wrongKind(call, "subject", "be words joined by dots, without wildcards", subject);
}
