/** A worker's end beside a scripted JetStream: what a real server does at no time that can be chosen. */
import { expect } from "chai";
import type { NatsConnection } from "../../../lib/distribute/nats/connection.ts";
import type { JetStream, RunMessage } from "../../../lib/distribute/nats/runs/jet-stream.ts";
import { decodeOutcome, encodeTask } from "../../../lib/distribute/nats/runs/run-messages.ts";
import type { RunStore } from "../../../lib/distribute/nats/runs/run-store.ts";
import { takeRuns } from "../../../lib/distribute/nats/runs/take-runs.ts";

describe("takeRuns", () => {
  it("ends with a line at an error that no server has made", async () => {
    for (const fault of ["find", "get"]) {
      const refuse = (name: string): void => {
        if (name === fault) throw new TypeError(`${name} is not a function`);
      };
      const message = { subject: "down.task.3", data: encodeTask({}), info: { deliveryCount: 1 } };
      let deliveries = 0;
      const next = async () => {
        if (++deliveries > 3) throw new RangeError("it was asked for ever");
        return message;
      };
      const get = async () => {
        refuse("get");
        return { next };
      };
      const store = { stream: "down", find: async () => refuse("find") };
      // oxlint-disable-next-line no-await-in-loop -- one after another
      const line = await new Promise<string>((log) => {
        takeRuns(
          { connection: { isClosed: () => false } as NatsConnection, subject: "down", log },
          { consumers: { get } } as unknown as JetStream,
          { ackWait: 60_000, attempts: 5 },
          async () => store as unknown as RunStore,
          async () => ({ error: "" }),
        );
      });
      expect(line).to.equal(`no more runs are taken: TypeError: ${fault} is not a function`);
    }
  });

  it("asks for the consumer again if a request for a task fails", async () => {
    const told: string[] = [];
    let isAcknowledged = (): void => {};
    const acknowledged = new Promise<void>((resolve) => (isAcknowledged = resolve));
    const message = {
      subject: "down.task.3",
      data: encodeTask({ rate: 0.5 }),
      info: { deliveryCount: 1 },
      ack() {
        told.push("ack");
        isAcknowledged();
      },
    } as RunMessage;
    const answers = [
      () => Promise.reject(new Error("the server is down")),
      () => Promise.resolve(message),
      () => new Promise<never>(() => {}), // no more tasks
    ];
    const jetStream = {
      consumers: {
        get: (stream: string, name: string) => {
          told.push(`get ${stream} ${name}`);
          return Promise.resolve({ next: () => answers.shift()!() });
        },
      },
    } as unknown as JetStream;
    const store = {
      stream: "down",
      find: () => Promise.resolve(undefined),
      publish(subject: string, payload: Uint8Array) {
        told.push(`${subject}: ${JSON.stringify(decodeOutcome(payload))}`);
        return Promise.resolve();
      },
    } as unknown as RunStore;
    const connection = { isClosed: () => false } as unknown as NatsConnection;
    const place = { connection, subject: "down", log: (line: string) => void told.push(line) };
    const terms = { ackWait: 60_000, attempts: 5 };
    const served = takeRuns(
      place,
      jetStream,
      terms,
      () => Promise.resolve(store),
      (loss, { rate }) => Promise.resolve({ figures: { loss, rate: rate! } }),
    );
    await acknowledged;
    served.close();
    expect(told).to.deep.equal([
      "get down workers",
      "get down workers",
      'down.outcome.3: {"figures":{"loss":3,"rate":0.5}}',
      "ack",
    ]);
  });
});
