/** A sweep whose worker and whose own process are killed in the middle of runs. */
import { expect } from "chai";
import { needsServer } from "./support/server.ts";
import { rowsAlone, sweepInChaos } from "./support/sweep-chaos.ts";

describe("a sweep by processes", () => {
  it("has the table of one program, and begins again what was killed and nothing else", async function () {
    this.timeout(60_000);
    needsServer(this);
    const trials = 8;
    const { rows, begun, again, killed } = await sweepInChaos({
      ...{ seed: 1, trials, workers: 2, ackWait: 500, length: 30 },
      ...{ kills: 1, sweepKills: 1, serverKills: 0 },
    });
    expect(rows).to.deep.equal(await rowsAlone(trials));
    expect(killed).to.deep.equal({ workers: 1, sweeps: 1, servers: 0 });
    expect([begun, again]).to.deep.equal([trials + 1, []]);
  });
});
