/** Both ends of a queue of runs beside a scripted JetStream, which fails when the spec wants it to. */
import { expect } from "chai";
import { runQueue } from "ndarray-params/distribute/nats";
import type { JetStream } from "../../../lib/distribute/nats/runs/jet-stream.ts";
import { decodeOutcome, encodeTask } from "../../../lib/distribute/nats/runs/run-messages.ts";
import { rejection } from "../../support/rejection.ts";
import { makeBus, settled } from "../support/bus.ts";

/** A client of JetStream whose account has it from the second question on. */
function lateJetStream(): { readonly asked: string[]; readonly jetStream: JetStream } {
  const asked: string[] = [];
  const answer = (name: string, value: unknown) => async () => {
    asked.push(name);
    return value;
  };
  const manager = {
    streams: { add: answer("stream", {}), getMessage: async () => null },
    consumers: { add: answer("consumer", {}) },
  };
  const jetStream = {
    async jetstreamManager() {
      asked.push("manager");
      if (asked.length > 1) return manager;
      throw Object.assign(new Error("not for this account"), { name: "JetStreamNotEnabled" });
    },
    publish: answer("publish", {}),
    consumers: { get: answer("workers", { next: () => new Promise(() => {}) }) },
  };
  return { asked, jetStream: jetStream as unknown as JetStream };
}

describe("runQueue, where an account gets JetStream later", () => {
  it("submits when it is asked again", async () => {
    const { asked, jetStream } = lateJetStream();
    const queue = runQueue(makeBus().connect(), jetStream, { subject: "late" });
    const error = await rejection(queue.submit(0, { rate: 0.5 }));
    expect(error.message).to.equal("not for this account");
    const outcome = queue.submit(0, { rate: 0.5 });
    await settled();
    expect(asked).to.deep.equal(["manager", "manager", "stream", "consumer", "publish"]);
    queue.close();
    expect((await rejection(outcome)).message).to.equal("runQueue: the queue was closed");
  });

  it("takes runs when it is asked again", async () => {
    const { asked, jetStream } = lateJetStream();
    const lines: string[] = [];
    const log = (line: string): number => lines.push(line);
    const queue = runQueue(makeBus().connect(), jetStream, { subject: "late", log });
    const evaluate = async () => ({ error: "" });
    queue.take(evaluate);
    await settled();
    queue.take(evaluate);
    await settled();
    expect(lines).to.deep.equal([
      "late: no more runs are taken: JetStreamNotEnabled: not for this account",
    ]);
    expect(asked).to.deep.equal(["manager", "manager", "workers"]);
    queue.close();
  });
});

describe("a worker that is long at a run", () => {
  it("says with a line that its connection drains, and stores the outcome", async () => {
    const lines: string[] = [];
    const stored: unknown[] = [];
    let isAcknowledged = (): void => {};
    const acknowledged = new Promise<void>((resolve) => (isAcknowledged = resolve));
    let isRefused = (): void => {};
    const refused = new Promise<void>((resolve) => (isRefused = resolve));
    const message = {
      subject: "drains.task.3",
      data: encodeTask({ rate: 0.5 }),
      info: { deliveryCount: 1 },
      working() {
        throw new Error("connection draining");
      },
      ack: () => isAcknowledged(),
    };
    const messages = [message];
    const next = () => messages.shift() ?? new Promise(() => {});
    const jetStream = {
      jetstreamManager: async () => ({ streams: { getMessage: async () => null } }),
      publish: async (_: string, payload: Uint8Array) => stored.push(decodeOutcome(payload)),
      consumers: { get: async () => ({ next }) },
    } as unknown as JetStream;
    const log = (line: string): void => {
      lines.push(line);
      isRefused();
    };
    const queue = runQueue(makeBus().connect(), jetStream, { subject: "drains", ackWait: 3, log });
    queue.take(async () => {
      await refused;
      return { figures: { loss: 1 } };
    });
    await acknowledged;
    expect(lines).to.deep.equal([
      "drains: the server does not hear any more that run 3 is under way: Error: connection draining",
    ]);
    expect(stored).to.deep.equal([{ figures: { loss: 1 } }]);
    queue.close();
  });
});
