import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { covered } from "../../support/run.ts";

/** Runs every kind of step on enough elements for kernels, in a process of its own. */
function run(before: string): string {
  const program = `
    import * as optimize from "./lib/optimize/index.ts";
    ${before}
    const objective = (x, g) => x.reduce((loss, v, i) => {
      g[i] = (1 + i % 3) * (v - Math.sqrt(i));
      return loss + (g[i] * (v - Math.sqrt(i))) / 2;
    }, 0);
    const { arena } = optimize;
    const bits = [];
    for (const [name, own] of [["adam"], ["rmsProp", { adaptStepRate: 0.1 }], ["rprop"], ["lbfgs"],
        ["conjugateGradient"]]) {
      for (const make of [(n) => new Float64Array(n), (n) => new Float32Array(n), arena(2e6).float64]) {
        const x = make(1001);
        for (const { iteration } of optimize[name](x, objective, own)) if (iteration === 5) break;
        bits.push(Buffer.from(x.slice().buffer).toString("base64"));
      }
    }
    console.log(bits.join());
  `;
  const flags = ["--import", "tsx/esm", "--input-type=module", "--eval", program];
  const settings = { encoding: "utf8", env: covered() } as const;
  const { stdout, stderr } = spawnSync(process.execPath, flags, settings);
  expect(stderr).to.equal("");
  return stdout;
}

describe("rules without their kernels", () => {
  const bits = run("");

  for (const [name, before] of [
    ["without WebAssembly", "delete globalThis.WebAssembly;"],
    [
      "under a policy that forbids it",
      "WebAssembly.Module = function () { throw new Error('policy'); };",
    ],
    [
      "without memory for them",
      `const { Memory } = WebAssembly;
       WebAssembly.Memory = function (pages) {
         if (pages.initial === 292) throw new RangeError("no memory");
         return new Memory(pages);
       };`,
    ],
  ] as const) {
    it(`give the same bits ${name}`, () => expect(run(before)).to.equal(bits));
  }
});
