/** The members of a JetStream client that are used, whichever package made it. */

export interface StoredMessage {
  readonly seq: number;
  readonly data: Uint8Array;
}

/** A message that is given to one worker until that acknowledges it. */
export interface RunMessage {
  readonly subject: string;
  readonly data: Uint8Array;
  /** How often it was given to a worker, this time included. */
  readonly info: { readonly deliveryCount: number };
  working(): void;
  ack(): void;
  /** Gives it back at once. */
  nak(): void;
  term(): void;
}

export interface RunConsumer {
  next(options: { readonly expires: number }): Promise<RunMessage | null>;
}

export interface JetStreamManager {
  readonly streams: {
    add(config: {
      readonly name: string;
      readonly subjects: string[];
      readonly storage: "file";
    }): Promise<unknown>;
    getMessage(
      stream: string,
      query: { readonly seq: number; readonly next_by_subj: string },
    ): Promise<StoredMessage | null>;
    delete(stream: string): Promise<boolean>;
  };
  readonly consumers: {
    add(
      stream: string,
      config: {
        readonly durable_name: string;
        readonly ack_policy: "explicit";
        /** Nanoseconds. */
        readonly ack_wait: number;
        readonly filter_subject: string;
        readonly max_deliver: number;
      },
    ): Promise<unknown>;
  };
}

/** The client that `jetstream(connection)` of `@nats-io/jetstream` returns. */
export interface JetStream {
  jetstreamManager(): Promise<JetStreamManager>;
  publish(subject: string, payload: Uint8Array): Promise<unknown>;
  readonly consumers: { get(stream: string, name: string): Promise<RunConsumer> };
}
