import { expect } from "chai";
import { sizes } from "./serve-pages.ts";

describe("the live pages", () => {
  // The worker has the kernels of gemm, of the rules and of the draws, 10 kB of hexadecimal digits.
  const limitOf = (path: string): number => (path === "/train/worker.ts" ? 46_500 : 40_000);

  it("have scripts of less than 40 kB each after gzip, and a worker of 46.5", async () => {
    const all = await sizes();
    expect(Object.keys(all)).to.include.members([
      "/train.js",
      "/layout.js",
      "/valley.js",
      "/fit.js",
    ]);
    for (const [path, size] of Object.entries(all)) expect(size, path).to.be.below(limitOf(path));
  });
});
