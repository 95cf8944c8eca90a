import { expect } from "chai";
import { mutant, readMutant } from "../../support/files/mutate.ts";

describe("2000 mutated files", () => {
  it("are each refused, or read without a byte from outside", () => {
    const outcomes = { read: 0, refused: 0 };
    for (let seed = 0; seed < 2000; seed++) outcomes[readMutant(mutant(seed))]++;
    // Both outcomes must occur, or the law was not tried.
    expect(outcomes.read).to.be.above(100);
    expect(outcomes.refused).to.be.above(1000);
  });
});
