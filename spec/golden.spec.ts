/** Results to the bit, nearly all of them those of 0.1.0: no change of structure may change them. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { familyOf, goldenHashes } from "./support/golden.ts";

const file = new URL("./fixtures/golden.json", import.meta.url);
const { made: _, ...golden } = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;

const families = [...new Set(Object.keys(golden).map(familyOf))];

/** 0.1.0 took its powers and cosines from the engine, which chose their last bits. */
function titleOf(family: string): string {
  const [word, name = word] = family.split(": ");
  if (word === "exact") return `${name} gives the pinned bits with powers and cosines of its own`;
  if (word === "ends") return `${name} gives the pinned bits to the noise floor`;
  return `${name} gives the bits of 0.1.0${word === "math" ? " through the engine's Math" : ""}`;
}

describe("golden vectors", () => {
  let hashes: Record<string, string>;

  before(async () => {
    hashes = await goldenHashes();
  });

  it("are of the same cases", () => {
    expect(Object.keys(hashes).toSorted()).to.deep.equal(Object.keys(golden).toSorted());
  });

  for (const family of families) {
    it(titleOf(family), () => {
      const names = Object.keys(golden).filter((name) => familyOf(name) === family);
      const changed = names.filter((name) => hashes[name] !== golden[name]);
      expect(changed).to.deep.equal([]);
    });
  }
});
