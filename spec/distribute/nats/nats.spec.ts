/** NATS, by a real server: the same bits, chunks, float32 on the wire, and connections that end. */
import { expect } from "chai";
import { serve, sharded } from "ndarray-params/distribute";
import { nats } from "ndarray-params/distribute/nats";
import { models } from "../support/models.ts";
import { byHand, byWorkers } from "../support/runs.ts";
import { needsServer, startServer, type TestServer } from "../support/server.ts";

describe("nats", () => {
  let server: TestServer;
  const lines: string[] = [];
  const log = (line: string): number => lines.push(line);

  before(async function () {
    needsServer(this);
    server = await startServer("max_payload: 1024");
  });
  after(() => server?.remove());
  afterEach(() => {
    expect(lines.splice(0)).to.deep.equal([]);
  });

  for (const number of [1, 2, 3, 5]) {
    it(`has the bits of a loop by hand, by ${number} workers`, async () => {
      const subject = `bits.${number}`;
      const { layout, objective } = models.both;
      const ends = [];
      for (let i = 0; i < number; i++) {
        const end = nats(await server.connect(), { subject, log });
        serve(end, layout, objective);
        ends.push(end);
      }
      const system = number % 2 === 0 ? await server.connectSystem() : undefined;
      const options = { subject, log, ...(system && { system }) };
      const own = nats(await server.connect(), options);
      expect(await byWorkers(own, "both")).to.equal(byHand("both"));
      for (const end of [...ends, own]) end.close();
    });
  }

  it("cuts flats and gradients into messages that the server lets pass", async () => {
    const n = 1000; // 8000 bytes, and 1024 at a time
    const worker = nats(await server.connect(), { subject: "chunks", log });
    serve(worker, [n], (flat, gradient, { index }, ...batch) => {
      for (let i = 0; i < n; i++) gradient.data[i] = flat.data[i]! * (index + 1);
      return batch.length;
    });
    const own = nats(await server.connect(), { subject: "chunks", log });
    const objective = sharded(own, [n], { shards: 3 });
    const flat = Float64Array.from({ length: n }, (_, i) => 1 / (i + 1));
    const gradient = new Float64Array(n);
    expect(await objective(flat, gradient, "a", 1)).to.equal(6);
    expect(gradient).to.deep.equal(flat.map((v) => v + 2 * v + 3 * v));
    const long = "b".repeat(1100);
    const error = await objective(flat, gradient, long).catch((reason: unknown) => reason);
    expect(error).to.have.property(
      "message",
      "nats: the batch is too long for a message of this server",
    );
    worker.close();
    own.close();
  });
});
