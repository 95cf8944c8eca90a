import { expect } from "chai";
import { run } from "../support/run.ts";

describe("examples/lbfgs-mnist", () => {
  it("learns two thousand digits in 20 iterations, with hardly a trial too many", () => {
    const lines = run("examples/lbfgs-mnist.ts", "--digits", "2000", "--iterations", "20");
    const [, evaluations] = /iteration 20, (\d+) evaluations/.exec(lines)!;
    expect(Number(evaluations)).to.be.below(26);
    const [, accuracy] = /test accuracy (\S+)/.exec(lines)!;
    expect(Number(accuracy)).to.be.above(0.86);
  });
});
