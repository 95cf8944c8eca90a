import { readFileSync } from "node:fs";
import { expect } from "chai";
import { pictures } from "../docs/layout-algebra/draw.ts";

describe("docs/layout-algebra.md", () => {
  const page = readFileSync("docs/layout-algebra.md", "utf8");
  for (const [name, svg] of Object.entries(pictures)) {
    it(`shows ${name}.svg as the script draws it`, () => {
      expect(readFileSync(`docs/layout-algebra/${name}.svg`, "utf8")).to.equal(svg);
      expect(page).to.include(`](layout-algebra/${name}.svg)`);
    });
  }
});
