import { readFileSync } from "node:fs";
import { expect } from "chai";
import { valleySvg } from "../../docs/optimize/draw.ts";

describe("docs/optimize.md", () => {
  it("shows valley.svg as the script draws it", () => {
    expect(readFileSync("docs/optimize/valley.svg", "utf8")).to.equal(valleySvg);
    expect(readFileSync("docs/optimize.md", "utf8")).to.include("](optimize/valley.svg)");
  });
});
