import { spawn, spawnSync } from "node:child_process";
import { jetstream } from "@nats-io/jetstream";
import { expect } from "chai";
import { sweep, sweepTable, type Trial } from "ndarray-params/distribute";
import { runQueue } from "ndarray-params/distribute/nats";
import { stream } from "ndarray-params/initialize";
import { space } from "../../../examples/sweep.ts";
import { needsServer, startServer } from "../support/server.ts";

// Not a bundle: it imports another program, which would take the bundle's file for its own.
const program = ["--import", "tsx/esm", "examples/sweep.ts", "--digits", "200"];

describe("examples/sweep", () => {
  it("prints the table that one of its workers gives, the best run first", async function () {
    needsServer(this);
    const server = await startServer();
    const worker = spawn(
      process.execPath,
      [...program, "--role", "worker", "--server", server.url],
      { env: { ...process.env, RUN_PASSWORD: "run" }, stdio: "ignore" },
    );
    const connection = await server.connect();
    const queue = runQueue(connection, jetstream(connection), { subject: "sweep-7" });
    const rows: Trial[] = [];
    const options = { trials: 3, randomOf: (trial: number) => stream("7", `trial ${trial}`) };
    for await (const row of sweep(space, queue, options)) rows.push(row);
    worker.kill();
    await server.remove();

    const { stdout } = spawnSync(process.execPath, [...program, "--trials", "3"], {
      encoding: "utf8",
    });
    expect(stdout.slice(stdout.indexOf("trial  "))).to.equal(`${sweepTable(rows)}\n`);
    const best = Math.min(...rows.map(({ loss }) => loss));
    expect(best).to.be.within(0.3, 2);
    expect(stdout).to.include(`loss ${best.toFixed(4)}`);
  });
});
