import { expect } from "chai";
import { sizes } from "./serve-pages.ts";

describe("the live pages", () => {
  it("have scripts and workers of less than 40 kB each after gzip", async () => {
    const all = await sizes();
    expect(Object.keys(all)).to.include.members([
      "/train.js",
      "/layout.js",
      "/valley.js",
      "/fit.js",
    ]);
    for (const [path, size] of Object.entries(all)) expect(size, path).to.be.below(40_000);
  });
});
