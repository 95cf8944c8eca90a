import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { bundled } from "../support/run.ts";

const program = `
  import ndarray from "ndarray";
  import { gemm } from "./lib/gemm/index.ts";
  const matrices = (m, n, k) => [[m, n], [m, k], [k, n]].map((shape) =>
    ndarray(new Float64Array(shape[0] * shape[1]).fill(0.5), shape));
  const small = matrices(2, 3, 4);
  const staged = matrices(12, 10, 9);
  const run = (calls) => {
    for (let i = 0; i < calls; i++) gemm(...(i % 2 === 0 ? staged : small));
    gc();
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    return heapUsed + external + arrayBuffers;
  };
  const before = run(50_000);
  console.log(run(200_000) - before);
`;

describe("200,000 calls of gemm", () => {
  it("leave memory as it was", () => {
    const args = ["--expose-gc", bundled({ code: program })];
    const growth = Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
    expect(growth).to.be.below(300_000);
  });
});
