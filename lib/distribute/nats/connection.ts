/** The members of a NATS client's connection that are used, whichever package made it. */

export interface NatsMessage {
  readonly subject: string;
  readonly data: Uint8Array;
}

export interface NatsSubscription {
  unsubscribe(): void;
}

/** A connection of `@nats-io/transport-node`, `@nats-io/transport-deno` or `@nats-io/nats-core`. */
export interface NatsConnection {
  /** Undefined while the client reconnects. */
  readonly info?:
    | { readonly client_id: number; readonly server_id: string; readonly max_payload: number }
    | undefined;
  publish(subject: string, payload: Uint8Array): void;
  subscribe(
    subject: string,
    options: { callback: (error: Error | null, message: NatsMessage) => void },
  ): NatsSubscription;
  status(): AsyncIterable<{ readonly type: string }>;
  closed(): Promise<unknown>;
  isClosed(): boolean;
}
