import { readFileSync } from "node:fs";
import { expect } from "chai";
import { wasmFile, workerFile } from "../support/kernel.ts";

const stored = (name: string): string =>
  readFileSync(new URL(`../../lib/gemm/${name}`, import.meta.url), "utf8");

const advice = "npm run build:kernel";

describe("what is generated is what a fresh build gives", () => {
  it("the kernel", async () => {
    expect(stored("wasm.generated.ts") === (await wasmFile()), advice).to.equal(true);
  });

  it("the worker", async () => {
    expect(stored("worker.generated.ts") === (await workerFile()), advice).to.equal(true);
  });
});
