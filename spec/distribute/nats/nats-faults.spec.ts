/** NATS, when things go wrong: deaths, restarts, garbage, refusals. */
import { expect } from "chai";
import type { NatsConnection } from "@nats-io/transport-node";
import { serve, sharded } from "ndarray-params/distribute";
import { nats, type NatsConnection as AnyConnection } from "ndarray-params/distribute/nats";
import { itRefuses } from "../../support/refuses.ts";
import { rejection } from "../../support/rejection.ts";
import { runChaos } from "../support/chaos.ts";
import { runInGarbage } from "../support/garbage-run.ts";
import { byHand, flatByHand } from "../support/runs.ts";
import { needsServer, startServer, type TestServer } from "../support/server.ts";

const one = new Float64Array(1);

describe("a run over nats", () => {
  let server: TestServer;

  before(async function () {
    needsServer(this);
    server = await startServer();
  });
  after(() => server?.remove());

  /** A worker with a connection of its own. */
  async function join(
    subject: string,
    objective: (index: number, connection: NatsConnection) => number | Promise<number>,
    log: (line: string) => void = () => {},
  ) {
    const connection = await server.connect();
    const end = nats(connection, { subject, log });
    const served = serve(end, [1], ({ data }, gradient, { index }) => {
      gradient.data.set(data);
      return objective(index, connection);
    });
    return { connection, end, served };
  }

  it("goes on with the same bits after kill -9, SIGSTOP, and restarts of server and coordinator", async function () {
    this.timeout(60_000);
    const events = { kills: 3, stops: 1, serverRestarts: 1, coordinatorRestarts: 1 };
    const outcome = await runChaos({ seed: 3, rounds: 200, workers: 2, between: 200, ...events });
    expect(outcome.bits).to.equal(flatByHand("both", 200));
    expect(outcome.events).to.be.at.least(1);
  });

  it("refuses garbage with a line for each message, and has the same bits", async () => {
    const { bits, sent, refused } = await runInGarbage(server, 400, 40, 1);
    expect(bits).to.equal(byHand("both", 40));
    expect(sent.up).to.be.above(100);
    expect(refused.up).to.be.at.least(sent.up);
    expect(refused.all).to.be.at.least(sent.all);
  });

  it("learns of a death at once from the system account", async () => {
    const subject = "death";
    const first = await join(subject, () => new Promise(() => {})); // never answers
    const system = await server.connectSystem();
    const objective = sharded(nats(await server.connect(), { subject, system }), [1], {
      shards: 1,
    });
    const loss = objective(one, one.slice());
    const second = join(subject, () => 7);
    await second;
    await first.connection.close();
    expect(await loss).to.equal(7);
  });

  it("loses nothing if a worker leaves, or its connection breaks, in the middle", async () => {
    const subject = "breaks";
    let breaks = 0;
    const worker = await join(subject, async (index, connection) => {
      if (index === 1 && breaks++ === 0) await connection.reconnect();
      return index;
    });
    const own = await server.connect();
    const transport = nats(own, { subject, log: () => {} });
    const objective = sharded(transport, [1], { shards: 3 });
    expect(await objective(one, one.slice())).to.equal(3);
    const leaving = await join(subject, (index) => {
      leaving.end.close();
      leaving.served.close();
      return index;
    });
    expect(await objective(one, one.slice())).to.equal(3);
    await own.reconnect();
    expect(await objective(one, one.slice())).to.equal(3);
    worker.end.close();
    transport.close();
    await own.close();
  });

  it("goes on when a new coordinator takes the place of one that is gone", async () => {
    const subject = "successor";
    const lines: string[] = [];
    await join(subject, (index) => index, (line) => lines.push(line)); // oxfmt-ignore
    for (let run = 0; run < 2; run++) {
      const transport = nats(await server.connect(), { subject }); // oxlint-disable-line no-await-in-loop
      const objective = sharded(transport, [1], { shards: 3 });
      // oxlint-disable-next-line no-await-in-loop -- one coordinator after another
      expect(await objective(one, one.slice())).to.equal(3);
      transport.close();
    }
    expect(lines).to.deep.equal([]);
  });

  it("rejects with an error of a worker's objective", async () => {
    await join("error", () => {
      throw new Error("no digits");
    });
    const objective = sharded(nats(await server.connect(), { subject: "error" }), [1], {
      shards: 1,
    });
    const { message } = await rejection(objective(one, one.slice()));
    expect(message).to.equal("sharded: shard 0: no digits");
  });

  it("refuses workers of another template, and they refuse it, with a line each", async () => {
    const subject = "other";
    const lines: string[] = [];
    const log = (line: string): number => lines.push(line);
    serve(nats(await server.connect(), { subject, log }), [2], () => 0); // is called
    const own = await server.connect();
    const transport = nats(own, { subject, log });
    const objective = sharded(transport, [1], { shards: 1, patience: 200 });
    const error = rejection(objective(one, one.slice()));
    await own.flush();
    serve(nats(await server.connect(), { subject }), [3], () => 0); // says hello
    expect((await error).message).to.equal("sharded: no worker was there for 200 ms");
    expect(lines).to.deep.equal([
      "other: refused a message: its flat has size 1 instead of 2",
      "other: refused a message: its flat has size 3 instead of 1",
    ]);
    transport.close();
  });

  it("ends if the connection is closed", async () => {
    const connection = await server.connect();
    const objective = sharded(nats(connection, { subject: "closed" }), [1], { shards: 1 });
    const error = rejection(objective(one, one.slice()));
    await connection.close();
    expect((await error).message).to.equal("sharded: the connection to the NATS server is closed");
  });

  it("takes float32 on the wire: the worker sees rounded numbers, and so does the coordinator", async () => {
    const subject = "wire";
    const seen: number[] = [];
    const end = nats(await server.connect(), { subject });
    serve(end, [3], ({ data }, gradient) => {
      seen.push(...data);
      for (let i = 0; i < 3; i++) gradient.data[i] = 1 / 3;
      return 1 / 3;
    });
    const own = nats(await server.connect(), { subject, wire: "float32" });
    const gradient = new Float64Array(3);
    const loss = await sharded(own, [3], { shards: 1 })(Float64Array.of(0.1, 1, 1e-3), gradient);
    expect(loss).to.equal(1 / 3); // losses are always float64
    expect(seen).to.deep.equal([0.1, 1, 1e-3].map(Math.fround));
    expect([...gradient]).to.deep.equal(Array(3).fill(Math.fround(1 / 3)));
  });
});

describe("nats, with mistakes,", () => {
  const connection = { publish() {}, subscribe() {} } as unknown as AnyConnection;
  const given = (options: object) => () => nats(connection, { subject: "a", ...options });
  itRefuses([
    ["no connection", () => nats(null as never, { subject: "a" }), TypeError, "nats: connection must be the connection of a NATS client, got null"],
    ["a server's address", () => nats("nats://localhost" as never, { subject: "a" }), TypeError, 'nats: connection must be the connection of a NATS client, got "nats://localhost"'],
    ["no subject", () => nats(connection, {} as never), TypeError, "nats: subject must be words joined by dots, without wildcards, got undefined"],
    ["a wildcard", given({ subject: "a.>" }), TypeError, 'nats: subject must be words joined by dots, without wildcards, got "a.>"'],
    ["an unknown option", given({ prefix: "b" }), RangeError, 'nats: no option "prefix"; its options are subject, system, wire, log'],
    ["a system that is none", given({ system: {} }), TypeError, "nats: system must be the connection of a NATS client, got an Object"],
    ["another dtype on the wire", given({ wire: "int8" }), TypeError, 'nats: wire must be "float64" or "float32", got "int8"'],
    ["a list of dtypes on the wire", given({ wire: ["float32"] }), TypeError, 'nats: wire must be "float64" or "float32", got an Array'],
    ["a log that is none", given({ log: "file" }), TypeError, 'nats: log must be a function, got "file"'],
  ]); // oxfmt-ignore
});
