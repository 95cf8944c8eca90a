import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { bundled } from "../support/run.ts";

describe("under a policy that forbids code generation", () => {
  it("ops is loaded and works, on any views that have the fields of an ndarray", () => {
    const program = `
      import ops, { arena } from "./lib/ops/index.ts";
      const view = (data) => ({
        data, shape: [2, 150], stride: [150, 1], offset: 0, order: [1, 0], dtype: "float64",
      });
      const { float64 } = arena(2 ** 16);
      const [a, b] = [view(float64(300)), view(new Float64Array(300).fill(0.5))];
      ops.assign(a, b);
      ops.expeq(a);
      ops.addeq(a, a);
      ops.diveq(b, a);
      console.log(ops.sum(a), ops.argmax(b), ops.norm2(b));
    `;
    const args = ["--disallow-code-generation-from-strings", bundled({ code: program })];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < 300; i++) {
      sum += 2 * Math.exp(0.5);
      squares += (0.5 / (2 * Math.exp(0.5))) ** 2;
    }
    expect(stderr).to.equal("");
    const [total, row, column, norm] = stdout
      .replaceAll(/[[\],]/g, " ")
      .trim()
      .split(/\s+/)
      .map(Number);
    expect([row, column]).to.deep.equal([0, 0]);
    expect(total).to.be.closeTo(sum, 1e-9);
    expect(norm).to.be.closeTo(Math.sqrt(squares), 1e-12);
  });
});
