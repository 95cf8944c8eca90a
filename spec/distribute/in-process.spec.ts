/** The same bits for any number of workers, whoever joins or leaves, all in one program. */
import { expect } from "chai";
import { inProcess, serve, sharded, type InProcess, type Served } from "ndarray-params/distribute";
import { models, type ModelName } from "./support/models.ts";
import { byHand, byWorkers, ROUNDS } from "./support/runs.ts";

/** A worker whose answers take some turns of the event loop. */
const lateWorker = (transport: InProcess, name: ModelName, turns: number): Served =>
  serve(transport, models[name].layout, async (...given) => {
    const loss = models[name].objective(...given);
    for (let turn = 0; turn < turns; turn++) {
      await new Promise((resolve) => setImmediate(resolve)); // oxlint-disable-line no-await-in-loop
    }
    return loss;
  });

describe("a worker in one program", () => {
  it("that leaves while it evaluates is not heard any more", async () => {
    const here = inProcess();
    let calls = 0;
    const work = (loss: number) => (_: unknown, gradient: { data: Float64Array }) => {
      gradient.data.fill(loss);
      if (++calls === 1) first.close();
      return loss;
    };
    const first = serve(here, [1], work(1));
    const loss = sharded(here, [1], { shards: 1 })(new Float64Array(1), new Float64Array(1));
    serve(here, [1], work(2));
    expect([await loss, calls]).to.deep.equal([2, 2]);
  });
});

for (const name of ["logistic", "net"] as const) {
  describe(`${name} in one program`, () => {
    const want = byHand(name);
    const { layout, objective } = models[name];

    for (const workers of [1, 2, 3, 5]) {
      it(`has the bits of a loop by hand with ${workers} workers`, async () => {
        const here = inProcess();
        for (let i = 0; i < workers; i++) serve(here, layout, objective);
        expect(await byWorkers(here, name)).to.equal(want);
      });
    }

    it("has them if some are slow, and answers come in any order", async () => {
      const here = inProcess();
      for (const turns of [3, 0, 1]) lateWorker(here, name, turns);
      expect(await byWorkers(here, name)).to.equal(want);
    });

    it("has them if workers join and leave in the middle", async () => {
      const here = inProcess();
      const there: Served[] = [];
      const bits = byWorkers(here, name, ROUNDS, (round) => {
        if (round % 3 === 0) there.push(lateWorker(here, name, round % 5));
        if (round % 4 === 0) there.shift()?.close();
        if (round % 7 === 0) queueMicrotask(() => there.shift()?.close());
      });
      setImmediate(() => there.push(serve(here, layout, objective), lateWorker(here, name, 1)));
      const keep = lateWorker(here, name, 2);
      expect(await bits).to.equal(want);
      keep.close();
      keep.close();
    });
  });
}
