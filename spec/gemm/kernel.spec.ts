import { readFileSync } from "node:fs";
import { expect } from "chai";
import { wasmFile } from "../support/kernel.ts";

describe("the kernel", () => {
  it("is what a fresh build of its source gives", async () => {
    const stored = readFileSync(
      new URL("../../lib/gemm/wasm.generated.ts", import.meta.url),
      "utf8",
    );
    expect(stored).to.equal(await wasmFile());
  });
});
