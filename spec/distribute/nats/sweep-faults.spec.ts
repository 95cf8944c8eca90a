/** A sweep whose worker and whose own process are killed in the middle of runs. */
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { expect } from "chai";
import { serveRuns } from "ndarray-params/distribute";
import { runQueue, type NatsRunQueue } from "ndarray-params/distribute/nats";
import { needsServer, startServer, type TestServer } from "../support/server.ts";
import { rowsAlone, sweepInChaos } from "../support/sweep-chaos.ts";

describe("a sweep by processes", () => {
  it("has the table of one program, and begins again what was killed and nothing else", async function () {
    this.timeout(60_000);
    needsServer(this);
    const trials = 8;
    const { rows, begun, again, killed } = await sweepInChaos({
      seed: 1,
      trials,
      workers: 2,
      ackWait: 500,
      length: 30,
      kills: 1,
      sweepKills: 1,
      serverKills: 0,
    });
    expect(rows).to.deep.equal(await rowsAlone(trials));
    expect(killed).to.deep.equal({ workers: 1, sweeps: 1, servers: 0 });
    expect([begun, again]).to.deep.equal([trials + 1, []]);
  });
});

describe("a queue of runs", () => {
  let server: TestServer;
  const queueOn = async (subject: string): Promise<NatsRunQueue> => {
    const connection = await server.connect();
    return runQueue(connection, jetstream(connection, { timeout: 300 }), { subject });
  };

  before(async function () {
    needsServer(this);
    server = await startServer();
  });
  after(() => server?.remove());

  it("carries -0, which JSON writes as 0", async () => {
    const worker = await queueOn("figures");
    serveRuns(worker, () => ({ loss: -0, slope: 0 }));
    const queue = await queueOn("figures");
    expect(await queue.submit(0, {})).to.deep.equal({ figures: { loss: -0, slope: 0 } });
    worker.close();
    queue.close();
  });

  it("waits for the server if that is not there when it is first asked", async () => {
    const [worker, queue] = [await queueOn("down"), await queueOn("down")];
    await server.stop();
    serveRuns(worker, () => ({ loss: 1 }));
    const outcome = queue.submit(0, {});
    await new Promise((resolve) => setTimeout(resolve, 400)); // the first request gets no answer
    await server.start();
    expect(await outcome).to.deep.equal({ figures: { loss: 1 } });
    worker.close();
    queue.close();
  });

  it("says that an account has no JetStream, and does not wait for it", async () => {
    const connection = await server.connectSystem();
    const queue = runQueue(connection, jetstream(connection), { subject: "none" });
    const error = await queue.submit(0, {}).catch(String);
    expect(error).to.equal("JetStreamNotEnabled: JetStream not enabled for account");
    queue.close();
  });

  it("gives a run to another worker at once if the one that has asked for it is closed", async () => {
    const taken: string[] = [];
    const serve = async (name: string): Promise<NatsRunQueue> => {
      const worker = await queueOn("closed");
      serveRuns(worker, () => {
        taken.push(name);
        return { loss: 1 };
      });
      return worker;
    };
    const first = await serve("first");
    const queue = await queueOn("closed");
    await queue.submit(0, {});
    const { consumers } = await jetstreamManager(await server.connect());
    const isWaiting = async (): Promise<boolean> =>
      (await consumers.info("closed", "workers")).num_waiting > 0;
    while (!(await isWaiting())); // oxlint-disable-line no-await-in-loop
    first.close(); // its next request is at the server
    const second = await serve("second");
    await queue.submit(1, {});
    await queue.submit(2, {});
    expect(taken).to.deep.equal(["first", "second", "second"]);
    second.close();
    queue.close();
  });
});
