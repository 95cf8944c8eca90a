import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { needsServer } from "../support/server.ts";

describe("examples/cluster", () => {
  it("starts a server, workers and a coordinator, prints a line for each round and ends them all", function () {
    needsServer(this);
    const size = ["--workers", "2", "--rounds", "3", "--train", "500"];
    const args = ["--import", "tsx/esm", "examples/cluster/run.ts", ...size];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: "utf8",
      timeout: 50_000, // then SIGTERM, on which it ends all that it has started
    });
    expect(status, stderr).to.equal(0);
    const lines = stdout.trim().split("\n");
    const losses = lines.slice(0, 3).map((line, i) => {
      const [, round, loss] = /^round (\d): loss (\d\.\d{6}), \d+ ms$/.exec(line)!;
      expect(Number(round)).to.equal(i + 1);
      return Number(loss);
    });
    expect(losses).to.deep.equal(losses.toSorted((a, b) => b - a));
    expect(lines[3]).to.match(/^test: loss \d\.\d{4}, accuracy 0\.\d{4}$/);
    expect(lines.length).to.equal(4);
  });
});
