import { expect } from "chai";
import { npzMutant, readNpzMutant } from "../../support/files/mutate-npz.ts";

describe("500 mutated .npz files", () => {
  it("are each refused, or read without a byte from outside", () => {
    const outcomes = { read: 0, refused: 0 };
    for (let seed = 0; seed < 500; seed++) outcomes[readNpzMutant(npzMutant(seed))]++;
    // Both outcomes must occur, or the law was not tried.
    expect(outcomes.read).to.be.above(50);
    expect(outcomes.refused).to.be.above(100);
  });
});
