/** Sweeps by a real server with JetStream: who takes a run does not matter, nor who dies. */
import { jetstream } from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/transport-node";
import { expect } from "chai";
import { serveRuns, sweep, uniform, type Run, type Trial } from "ndarray-params/distribute";
import { runQueue, type NatsRunQueue } from "ndarray-params/distribute/nats";
import { stream } from "ndarray-params/initialize";
import { rejection } from "../../support/rejection.ts";
import { needsServer, startServer, type TestServer } from "../support/server.ts";

const space = { rate: uniform(0, 1), rule: ["adam", "rprop"] } as const;
const randomOf = (trial: number): (() => number) => stream("sweep 7", `trial ${trial}`);
type Options = { readonly rate: number; readonly rule: string };

/** A run with losses of all kinds, and with an error. */
const run: Run<Options> = ({ rate, rule }, trial) => {
  if (trial === 3) throw new Error("no such layer");
  const losses = [NaN, Infinity, -Infinity, -0];
  return {
    loss: trial < 6 && trial % 2 === 0 ? losses[trial / 2]! : rate,
    rule,
    isLast: trial === 7,
  };
};

const trials = 8;

async function rowsOf<T extends Trial>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all.toSorted((a, b) => a.trial - b.trial);
}

describe("runQueue", () => {
  let server: TestServer;
  let table: readonly Trial[];
  const lines: string[] = [];
  let onLine = (): void => {};
  const log = (line: string): void => {
    lines.push(line);
    onLine();
  };
  const queueOf = async (
    subject: string,
    more: object = {},
  ): Promise<{ queue: NatsRunQueue; connection: NatsConnection }> => {
    const connection = await server.connect();
    return {
      connection,
      queue: runQueue(connection, jetstream(connection), { subject, log, ...more }),
    };
  };

  before(async function () {
    needsServer(this);
    server = await startServer();
    table = await rowsOf(sweep(space, run, { trials, randomOf }));
  });
  after(() => server?.remove());
  afterEach(() => {
    onLine = () => {};
    expect(lines.splice(0)).to.deep.equal([]);
  });

  for (const number of [1, 2, 3]) {
    it(`has the table of one program, by ${number} workers`, async () => {
      const workers: NatsRunQueue[] = [];
      for (let i = 0; i < number; i++) {
        const { queue } = await queueOf(`table.${number}`);
        serveRuns<Options>(queue, (options, trial) => {
          if (trial === trials - 1) queue.close(); // it still ends this run
          return run(options, trial);
        });
        workers.push(queue);
      }
      const { queue } = await queueOf(`table.${number}`);
      expect(await rowsOf(sweep(space, queue, { trials, randomOf }))).to.deep.equal(table);
      for (const each of [...workers, queue]) each.close();
    });
  }

  it("gives the run of a worker that dies to another", async () => {
    const more = { ackWait: 300 };
    const dying = await queueOf("dies", more);
    let begun = (): void => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    serveRuns(dying.queue, () => {
      begun();
      return new Promise<never>(() => {}); // it never ends
    });
    const { queue } = await queueOf("dies", more);
    const rows = rowsOf(sweep(space, queue, { trials, randomOf }));
    await hasBegun;
    dying.queue.close();
    await dying.connection.close();
    const heir = await queueOf("dies", more);
    serveRuns<Options>(heir.queue, run);
    expect(await rows).to.deep.equal(table);
    heir.queue.close();
    queue.close();
  });

  it("leaves a run to a worker that is longer at it than `ackWait`, but not silent", async () => {
    const more = { ackWait: 150 };
    let calls = 0;
    const slow: Run<Options> = async (options, trial) => {
      calls++;
      // The outcome of the second worker's own run says that four times the deadline have passed.
      if (trial === 0) for (let i = 0; i < 40; i++) await new Promise((go) => setTimeout(go, 15));
      return run(options, trial);
    };
    const [one, two] = [await queueOf("slow", more), await queueOf("slow", more)];
    serveRuns<Options>(one.queue, slow);
    serveRuns<Options>(two.queue, slow);
    const { queue } = await queueOf("slow", more);
    expect(await rowsOf(sweep(space, queue, { trials, randomOf }))).to.deep.equal(table);
    expect(calls).to.equal(trials);
    for (const each of [one.queue, two.queue, queue]) each.close();
  });

  it("gives up a run that is lost `attempts` times, and says so in its row", async () => {
    const more = { ackWait: 100, attempts: 1 };
    const dying = await queueOf("lost", more);
    let begun = (): void => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    serveRuns(dying.queue, () => {
      begun();
      return new Promise<never>(() => {});
    });
    const { queue } = await queueOf("lost", more);
    const rows = rowsOf(sweep(space, queue, { trials: 1, randomOf }));
    await hasBegun;
    await dying.connection.close();
    const heir = await queueOf("lost", more);
    serveRuns<Options>(heir.queue, run);
    expect((await rows)[0]!.error).to.equal(
      "it was lost in 1 of 1 attempts, with its worker or by its deadline",
    );
    heir.queue.close();
    queue.close();
  });

  it("takes what is finished from the server if the sweep is started again, or the server is", async () => {
    const { queue: worker } = await queueOf("again");
    let calls = 0;
    const counted: Run<Options> = (options, trial) => {
      calls++;
      return run(options, trial);
    };
    serveRuns(worker, counted);
    const first = await queueOf("again");
    for await (const { trial } of sweep(space, first.queue, { trials: 3, randomOf })) {
      if (trial === 1) break;
    }
    first.queue.close();
    await first.connection.close();
    await server.stop();
    await server.start();
    const second = await queueOf("again");
    expect(await rowsOf(sweep(space, second.queue, { trials, randomOf }))).to.deep.equal(table);
    expect(calls).to.equal(trials);
    worker.close();
    second.queue.close();
  });

  it("refuses a subject that has another sweep, and takes it after remove()", async () => {
    const { queue: worker } = await queueOf("other");
    serveRuns(worker, run);
    const { queue, connection } = await queueOf("other");
    await rowsOf(sweep(space, queue, { trials: 1, randomOf }));
    const other = sweep({ ...space, rule: ["sgd"] }, queue, { trials: 1, randomOf });
    const error = await other.next().catch((reason: unknown) => reason);
    expect(error).to.have.property(
      "message",
      "runQueue: trial 0 on other has other options; take another subject, or remove() the sweep that is there",
    );
    worker.close();
    await queue.remove();
    const rows = rowsOf(sweep({ ...space, rule: ["sgd"] }, queue, { trials: 1, randomOf }));
    const manager = await jetstream(connection).jetstreamManager();
    while ((await manager.streams.info("other").catch(() => null))?.state.messages !== 1);
    const { queue: heir } = await queueOf("other");
    serveRuns(heir, run);
    expect((await rows)[0]!.options.rule).to.equal("sgd");
    heir.close();
    queue.close();
  });

  it("refuses what does not belong with one line each, and goes on", async () => {
    const subject = "garbage";
    const { queue, connection } = await queueOf(subject);
    const rows = rowsOf(sweep(space, queue, { trials, randomOf }));
    const client = jetstream(connection);
    const send = async (name: string, text: string): Promise<unknown> =>
      client.publish(`${subject}.${name}`, new TextEncoder().encode(text));
    // The stream is there when the last task is.
    for (;;) {
      const manager = await client.jetstreamManager();
      const query = { last_by_subj: `${subject}.task.${trials - 1}` };
      if ((await manager.streams.getMessage(subject, query).catch(() => null)) !== null) break;
    }
    await send("outcome.0", "{}");
    await send("outcome.1", '{"version":1,"figures":{"loss":"1"}}');
    await send("outcome.x", '{"version":1,"figures":{"loss":1}}');
    await send("outcome.2", '{"version":2,"figures":{"loss":1}}');
    await send("task.9", "\u0000");
    await send("task.09", '{"version":1,"options":{}}');
    await send("task.10", '{"version":1,"options":{"rate":null}}');
    const names = [
      "outcome.0",
      "outcome.1",
      "outcome.2",
      "outcome.x",
      "task.09",
      "task.10",
      "task.9",
    ];
    const refusals = new Promise<void>((resolve) => {
      onLine = () => {
        if (new Set(lines).size === names.length) resolve();
      };
    });
    const worker = await queueOf(subject);
    serveRuns<Options>(worker.queue, run);
    expect(await rows).to.deep.equal(table);
    await refusals;
    for (const each of [worker.queue, queue]) each.close();
    expect([...new Set(lines.splice(0))].toSorted()).to.deep.equal(
      names.map(
        (name) => `garbage: refused a message on garbage.${name}: it is no message of a sweep`,
      ),
    );
  });

  it("goes on after a restart of the server while it waits, and is removed with all that it has stored", async () => {
    const { queue: worker } = await queueOf("restart");
    let begin = (): void => {};
    let release = (): void => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const gate = new Promise<void>((resolve) => (release = resolve));
    serveRuns<Options>(worker, async (options, trial) => {
      begin();
      await gate;
      return run(options, trial);
    });
    const { queue } = await queueOf("restart");
    const rows = rowsOf(sweep(space, queue, { trials, randomOf }));
    await begun;
    await server.stop();
    release(); // the outcome cannot be stored now
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.start();
    expect(await rows).to.deep.equal(table);
    worker.close();
    await queue.remove();
    const manager = await jetstream(await server.connect()).jetstreamManager();
    const error = await manager.streams.info("restart").catch(String);
    expect(error).to.equal("StreamNotFoundError: stream not found");
    queue.close();
  });

  it("says that no run is taken where an account has no JetStream", async () => {
    const connection = await server.connectSystem();
    const queue = runQueue(connection, jetstream(connection), { subject: "none", log });
    const line = new Promise<void>((resolve) => (onLine = resolve));
    serveRuns(queue, run);
    await line;
    expect(lines.splice(0)).to.deep.equal([
      "none: no more runs are taken: JetStreamNotEnabled: JetStream not enabled for account",
    ]);
  });

  it("refuses wrong arguments", async () => {
    const { queue, connection } = await queueOf("args");
    const client = jetstream(connection);
    const cases: [() => unknown, string][] = [
      [() => runQueue({} as never, client, { subject: "a" }), "runQueue: connection must be the connection of a NATS client, got an Object"],
      [() => runQueue(connection, connection as never, { subject: "a" }), "runQueue: jetStream must be what jetstream(connection) returns, got a NatsConnectionImpl"],
      [() => runQueue(connection, null as never, { subject: "a" }), "runQueue: jetStream must be what jetstream(connection) returns, got null"],
      [() => runQueue(connection, client, { subject: "a.*" }), 'runQueue: subject must be words joined by dots, without wildcards, got "a.*"'],
      [() => runQueue(connection, client, { subject: "a", ackWait: 0 }), "runQueue: ackWait must be above 0 and finite, got 0"],
      [() => runQueue(connection, client, { subject: "a", attempts: 0.5 }), "runQueue: attempts must be a whole number of at least 1, got 0.5"],
      [() => runQueue(connection, client, { subject: "a", log: "x" as never }), 'runQueue: log must be a function, got "x"'],
      [() => runQueue(connection, client, { subject: "a", wire: 1 } as never), 'runQueue: no option "wire"; its options are subject, ackWait, attempts, log'],
    ]; // oxfmt-ignore
    for (const [call, message] of cases) expect(call).to.throw(message);
    queue.close();
  });

  it("says so if options or figures are too long for the server", async () => {
    const { queue: worker } = await queueOf("long");
    serveRuns(worker, () => ({ loss: 1, text: "x".repeat(2 ** 20) }));
    const { queue } = await queueOf("long");
    const [row] = await rowsOf(sweep({ a: [1] }, queue, { trials: 1, randomOf }));
    expect(row!.error).to.equal("its figures are too long for a message of this server");
    const error = await queue.submit(1, { a: "x".repeat(2 ** 20) }).catch((why: unknown) => why);
    expect(error).to.have.property(
      "message",
      "runQueue: the options are too long for a message of this server",
    );
    worker.close();
    queue.close();
  });

  it("tries again while the server cannot answer, and logs what the client refuses", async () => {
    let hear: Parameters<NatsConnection["subscribe"]>[1] = {};
    const connection = {
      publish: () => {},
      subscribe: (_: string, options: typeof hear) => {
        hear = options;
        return { unsubscribe: () => {} };
      },
      status: () => [],
      closed: () => new Promise(() => {}),
      isClosed: () => false,
    };
    const published: string[] = [];
    const faults: unknown[] = [new Error("timeout"), { status: 503 }];
    const client = {
      jetstreamManager: async () => ({
        streams: {
          add: async () => {
            if (faults.length > 0) throw faults.shift();
          },
          getMessage: async () => null,
        },
        consumers: { add: async () => {} },
      }),
      publish: async (subject: string) => published.push(subject),
    };
    const queue = runQueue(connection as never, client as never, { subject: "fake", log });
    const outcome = queue.submit(4, { rate: 1 });
    void hear.callback!(new Error("no permission"), undefined as never);
    expect(lines.splice(0)).to.deep.equal(["fake: refused a message: no permission"]);
    while (published.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect([faults, published]).to.deep.equal([[], ["fake.task.4"]]);
    const data = new TextEncoder().encode('{"version":1,"error":"x"}');
    void hear.callback!(null, { subject: "fake.outcome.4", data } as never);
    expect(await outcome).to.deep.equal({ error: "x" });
    queue.close();
  });

  it("rejects with an error that no server has made", async () => {
    const connection = await server.connect();
    const client = jetstream(connection);
    client.publish = (subject) => {
      throw new TypeError(`no publishing on ${subject}`);
    };
    const queue = runQueue(connection, client, { subject: "faulty", log });
    expect((await rejection(queue.submit(0, { rate: 1 }))).message).to.equal(
      "no publishing on faulty.task.0",
    );
    queue.close();
  });

  it("refuses a trial that is under way", async () => {
    const { queue } = await queueOf("twice");
    const first = queue.submit(0, { rate: 1 });
    expect((await rejection(queue.submit(0, { rate: 1 }))).message).to.equal(
      "runQueue: trial 0 on twice is under way already",
    );
    const worker = await queueOf("twice");
    serveRuns<Options>(worker.queue, run);
    expect(await first).to.deep.equal({ figures: { loss: NaN, isLast: false } });
    for (const each of [worker.queue, queue]) each.close();
  });

  it("takes and submits no more when it was closed, also while it opens", async () => {
    const { queue } = await queueOf("over");
    const opening = rejection(queue.submit(0, { rate: 1 }));
    queue.close();
    const later = rejection(queue.submit(1, { rate: 1 }));
    for (const error of [opening, later]) {
      expect((await error).message).to.equal("runQueue: the queue was closed");
    }
    expect(() => serveRuns(queue, run)).to.throw(Error, "runQueue: the queue was closed");
  });

  it("says that it was closed, and that the connection was", async () => {
    const one = await queueOf("closed.1");
    const waiting = one.queue.submit(0, { rate: 1 }).catch((error: Error) => error.message);
    const two = await queueOf("closed.2");
    const lost = two.queue.submit(0, { rate: 1 }).catch((error: Error) => error.message);
    const idle = await queueOf("closed.3");
    serveRuns(idle.queue, run);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await idle.connection.close(); // says nothing
    one.queue.close();
    await two.connection.close();
    expect([await waiting, await lost]).to.deep.equal([
      "runQueue: the queue was closed",
      "runQueue: the connection is closed",
    ]);
  });
});
