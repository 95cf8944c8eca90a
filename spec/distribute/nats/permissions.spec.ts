/** Workers have no more permissions than docs/machines.md gives them. */
import { readFileSync } from "node:fs";
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { expect } from "chai";
import { serve, serveRuns, sharded, sweep, uniform, type Trial } from "ndarray-params/distribute";
import { nats, runQueue } from "ndarray-params/distribute/nats";
import { stream } from "ndarray-params/initialize";
import { needsServer, startServer, type TestServer } from "../support/server.ts";

const page = readFileSync("docs/machines.md", "utf8");
const [, up, all, one] = /publish to `(.*)`, subscribe to `(.*)` and `(.*)`/.exec(page)!;
const [, ofSweeps] = /\*\*Permissions\.\*\*[^`]*`sweep-7`[^]*?```json\n([^]*?)```/.exec(page)!;
const ofRounds = JSON.stringify({ publish: [up], subscribe: [all, one] });
const user = (name: string, permissions: string): string =>
  `, { user: ${name}, password: ${name}, permissions: ${permissions} }`;

describe("a worker with the permissions of docs/machines.md", () => {
  let server: TestServer;
  const connect = (name: string) => server.connect({ user: name, pass: name });
  const log = (line: string): void => expect.fail(line);

  before(async function () {
    needsServer(this);
    server = await startServer("", user("rounds", ofRounds) + user("sweeps", ofSweeps!));
  });
  after(() => server?.remove());

  it("takes part in rounds", async () => {
    const end = nats(await connect("rounds"), { subject: "digits", log });
    serve(end, [2], ({ data }, gradient) => {
      gradient.data.set(data);
      return 3;
    });
    const own = nats(await server.connect(), { subject: "digits", log });
    const objective = sharded(own, [2], { shards: 2, deadline: 5000 });
    const [flat, gradient] = [new Float64Array([1, 2]), new Float64Array(2)];
    expect(await objective(flat, gradient)).to.equal(6);
    expect([...gradient]).to.deep.equal([2, 4]);
    end.close();
    own.close();
  });

  it("takes runs, also those of a sweep that begins later", async () => {
    const connection = await connect("sweeps");
    const worker = runQueue(connection, jetstream(connection), { subject: "sweep-7", log });
    serveRuns<{ readonly rate: number }>(worker, ({ rate }) => ({ loss: rate }));
    const own = await server.connect();
    const queue = runQueue(own, jetstream(own), { subject: "sweep-7", log });
    const rows: Trial[] = [];
    const options = { trials: 3, randomOf: (trial: number) => stream("7", `trial ${trial}`) };
    for await (const row of sweep({ rate: uniform(0, 1) }, queue, options)) rows.push(row);
    expect(rows.map(({ loss, options: { rate } }) => loss === rate)).to.deep.equal([
      true,
      true,
      true,
    ]);
    const { consumers } = await jetstreamManager(own);
    let unacknowledged = NaN;
    while (unacknowledged !== 0) {
      ({ num_ack_pending: unacknowledged } = await consumers.info("sweep-7", "workers"));
    }
    worker.close();
    queue.close();
  });
});
