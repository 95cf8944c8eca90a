/** The pictures of the pages are those that their scripts draw today. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { pictures as constrain } from "../docs/constrain/draw.ts";
import { pictures as fit } from "../docs/fit/draw.ts";
import { pictures as algebra } from "../docs/layout-algebra/draw.ts";

for (const [page, pictures] of Object.entries({ "layout-algebra": algebra, constrain, fit })) {
  describe(`docs/${page}.md`, () => {
    const text = readFileSync(`docs/${page}.md`, "utf8");
    for (const [name, svg] of Object.entries(pictures)) {
      it(`shows ${name}.svg as the script draws it`, () => {
        expect(readFileSync(`docs/${page}/${name}.svg`, "utf8")).to.equal(svg);
        expect(text).to.include(`](${page}/${name}.svg)`);
      });
    }
  });
}
