/** Relaxed SIMD needs a flag before Node 22, so it is tried in a process of its own. */
import { execFileSync } from "node:child_process";
import { expect } from "chai";
import ndarray from "ndarray";
import { arena, gemm as plainGemm } from "ndarray-params/gemm";
import * as pool from "ndarray-params/gemm/pool";
import * as relaxed from "ndarray-params/gemm/relaxed";
import { bundled } from "../../support/run.ts";

const program = `
import ndarray from "ndarray";
import { gemm } from "./lib/gemm/index.ts";
import { gemmPool } from "./lib/gemm/pool/index.ts";
import { gemm as relaxed, relaxedKernel } from "./lib/gemm/relaxed/index.ts";
// (1 + u)·(1 - u) = 1 - u²: the product rounds to 1, the fused sum keeps -u².
const u = 2 ** -27;
const shared = () => ndarray(new Float64Array(new SharedArrayBuffer(8 * 200 ** 2)), [200, 200]);
const [a, b] = [shared(), shared()];
for (let i = 0; i < 200; i++) {
  [-1, 1 + u].forEach((x, p) => a.set(i, p, x));
  [1, 1 - u].forEach((x, p) => b.set(p, i, x));
}
const pool = gemmPool({ threads: 2, kernel: relaxedKernel });
await pool.ready;
const results = [gemm, relaxed, pool.gemm].map((multiply) => {
  const c = shared();
  multiply(c, a, b);
  return c.data.every((element) => element === c.data[0]) ? c.data[0] / u ** 2 : "differ";
});
console.log(JSON.stringify(results));
`;

const [major] = process.versions.node.split(".").map(Number) as [number];
const flag = major < 22 ? ["--experimental-wasm-relaxed-simd"] : [];

const run = (...options: string[]): unknown => {
  const args = [...options, bundled({ code: program })];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
};

describe("gemm of ndarray-params/gemm/relaxed", () => {
  if (flag.length > 0) {
    it("rounds as the plain one does if the engine has no relaxed SIMD, in a pool too", () => {
      expect(run()).to.deep.equal([0, 0, 0]);
    });
  }

  it("fuses products and sums if the engine and the processor can, in a pool too", () => {
    const [plain, fused, pooled] = run(...flag) as [number, number, number];
    expect([plain, pooled]).to.deep.equal([0, fused]);
    expect([0, -1]).to.include(fused); // 0 on a processor without fused multiply-add
  });

  it("checks as the plain one does, and multiplies integers exactly", () => {
    const [c, a] = [0, 1].map(() => ndarray(new Float64Array(144).fill(2), [12, 12]));
    expect(() => relaxed.gemm(a!, a!, a!)).to.throw(RangeError, "gemm: c must not overlap a");
    relaxed.gemm(c!, a!, a!, 1, 1);
    expect(c!.data.every((element) => element === 50)).to.equal(true);
  });

  it("shares its arenas with the other entries", () => {
    expect([relaxed.arena, pool.arena]).to.deep.equal([arena, arena]);
    expect(plainGemm).not.to.equal(relaxed.gemm);
  });
});
