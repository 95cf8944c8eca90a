import { readFileSync } from "node:fs";
import { expect } from "chai";
import { wasmFile, workerFile } from "../support/gemm/kernel.ts";

const stored = (name: string): string =>
  readFileSync(new URL(`../../lib/gemm/${name}`, import.meta.url), "utf8");

const advice = "npm run build:kernel";

describe("what is generated is what a fresh build gives", () => {
  it("the kernel", async () => {
    expect(stored("kernel/kernel.generated.ts") === (await wasmFile()), advice).to.equal(true);
  });

  it("the worker", async () => {
    expect(stored("pool/threads/worker.generated.ts") === (await workerFile()), advice).to.equal(
      true,
    );
  });
});
