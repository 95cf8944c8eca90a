import { expect } from "chai";
import { run } from "../support/run.ts";

describe("examples/checkpoint", () => {
  it("goes on from its file with the numbers of a run without a break", () => {
    const lines = run("examples/checkpoint.ts").trim().split("\n");
    const results = lines.map((line) => line.split(": ")[1]);
    expect(lines[3]).to.equal("the same in every bit");
    expect(results[2]).to.equal(results[0]);
    expect(results[1]).not.to.equal(results[0]);
    // The minimum is 5.949 / 150, and is approached slowly.
    const loss = Number(/loss ([\d.]+)/.exec(lines[0]!)![1]);
    expect(loss).to.be.within(5.949 / 150, 0.12);
    expect(Number(/(\d+) of 150/.exec(lines[0]!)![1])).to.be.at.least(145);
  });
});
