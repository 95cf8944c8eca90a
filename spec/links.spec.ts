/** Every link between the pages of the project leads to a file, and to a heading of it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect } from "chai";
import { slug } from "../docs/.vitepress/slug.ts";

/** All pages that are written by hand; the list of docs/ is what its site shows. */
const inDocs = readdirSync("docs", { recursive: true, encoding: "utf8" })
  .map((file) => `docs/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".md") && !/\/(node_modules|api)\/|\[/.test(file));
const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...inDocs];

const proseOf = (page: string): string =>
  readFileSync(page, "utf8").replaceAll(/^```[^]*?^```/gm, "");

/** The anchors of a page: a heading that comes again gets a number. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of proseOf(page).matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading!.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const first = slug(plain);
    let anchor = first;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${first}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

const linksOf = (page: string): string[] =>
  [...proseOf(page).matchAll(/\]\(([^()\s]+)\)/g)].map(([, link]) => link!);

describe("the links of", () => {
  for (const page of pages) {
    it(page, () => {
      const dead = linksOf(page).filter((link) => {
        if (/^(https?|mailto):/.test(link)) return false;
        const [file, anchor] = link.split("#") as [string, string?];
        const target = file === "" ? page : normalize(join(dirname(page), file));
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchorsOf(target).has(anchor);
      });
      expect(dead).to.deep.equal([]);
    });
  }
});

describe("the list in docs/README.md", () => {
  it("names every page of docs/ once", () => {
    const listed = linksOf("docs/README.md").map((link) => `docs/${link}`);
    const wanted = inDocs.filter((page) => !/\/(README|index)\.md$/.test(page));
    expect(listed.toSorted()).to.deep.equal(wanted.toSorted());
  });
});
