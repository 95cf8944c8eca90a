/** Relaxed SIMD needs a flag before Node 22: it is tried in a process of its own. */
import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { gemmWith } from "ndarray-params/gemm";

const program = `
import ndarray from "ndarray";
import { gemmWith } from "./lib/gemm/index.ts";
// (1 + u)·(1 - u) = 1 - u²: the product rounds to 1, the fused sum keeps -u².
const u = 2 ** -27;
const a = ndarray(new Float64Array(40 * 2).map((_, i) => (i % 2 === 0 ? -1 : 1 + u)), [40, 2]);
const b = ndarray(new Float64Array(2 * 40).map((_, i) => (i < 40 ? 1 : 1 - u)), [2, 40]);
const results = [false, true].map((relaxed) => {
  const c = ndarray(new Float64Array(40 * 40), [40, 40]);
  gemmWith({ relaxed })(c, a, b);
  return c.data.every((element) => element === c.data[0]) ? c.data[0] / u ** 2 : "differ";
});
console.log(JSON.stringify(results));
`;

const [major] = process.versions.node.split(".").map(Number) as [number];
const flag = major < 22 ? ["--experimental-wasm-relaxed-simd"] : [];

const run = (...options: string[]): unknown => {
  const args = [...options, "--import", "tsx/esm", "--input-type=module", "--eval", program];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
};

describe("gemmWith({ relaxed: true })", () => {
  if (flag.length > 0) {
    it("rounds as the default does where the engine has no relaxed SIMD", () => {
      expect(run()).to.deep.equal([0, 0]);
    });
  }

  it("fuses products and sums where the engine and the processor can, and only when asked", () => {
    const [plain, relaxed] = run(...flag) as [number, number];
    expect(plain).to.equal(0);
    expect([0, -1]).to.include(relaxed); // 0 on a processor without fused multiply-add
  });

  it("refuses what is no boolean", () => {
    expect(() => gemmWith({ relaxed: "yes" as unknown as boolean }))
      .to.throw(TypeError)
      .with.property("message", 'gemmWith: relaxed must be a boolean, got "yes"');
  });
});
