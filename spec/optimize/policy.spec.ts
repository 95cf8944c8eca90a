import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { bundled } from "../support/run.ts";

describe("rules on typed arrays", () => {
  it("run under a policy that forbids code generation, which ndarrays need", () => {
    const program = `
      import * as optimize from "./lib/optimize/index.ts";
      const { adam, lbfgs, converged, minibatches } = optimize;
      const objective = (x, g) => (g.set(x.map((v) => v - 3)), x.reduce((s, v) => s + (v - 3) ** 2 / 2, 0));
      const x = new Float64Array(4);
      const batches = minibatches([new Float64Array(6)], 2, { random: Math.random, epochs: 1 });
      for (const info of adam(x, objective, { batches })) info;
      const stop = converged();
      for (const info of lbfgs(x, objective)) if (stop(info)) break;
      console.log(x.map(Math.round).join());
    `;
    const args = ["--disallow-code-generation-from-strings", bundled({ code: program })];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stdout + stderr).to.equal("3,3,3,3\n");
  });
});
