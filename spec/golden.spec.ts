/** The results of version 0.1.0, to the bit: no change of structure may change them. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { familyOf, goldenHashes } from "./support/golden.ts";

const file = new URL("./fixtures/golden.json", import.meta.url);
const { made: _, ...golden } = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;

const families = [...new Set(Object.keys(golden).map(familyOf))];

describe("golden vectors", () => {
  let hashes: Record<string, string>;

  before(async () => {
    hashes = await goldenHashes();
  });

  it("are of the same cases", () => {
    expect(Object.keys(hashes).toSorted()).to.deep.equal(Object.keys(golden).toSorted());
  });

  for (const family of families) {
    const plain = family.replace("math: ", "");
    const where = plain === family ? "" : " in the cases that use the engine's Math";
    it(`${plain} gives the bits of 0.1.0${where}`, () => {
      const names = Object.keys(golden).filter((name) => familyOf(name) === family);
      const changed = names.filter((name) => hashes[name] !== golden[name]);
      expect(changed).to.deep.equal([]);
    });
  }
});
