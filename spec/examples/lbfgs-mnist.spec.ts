import { expect } from "chai";
import { run } from "../support/run.ts";

describe("examples/lbfgs-mnist", () => {
  it("learns as well as SciPy's L-BFGS-B in 60 iterations, with hardly a trial too many", function () {
    this.timeout(180_000);
    const printed = run("examples/lbfgs-mnist.ts");
    const number = (pattern: RegExp): number => Number(pattern.exec(printed)?.[1]);
    expect(number(/iteration 60, (\d+) evaluations/)).to.be.at.most(70);
    // SciPy's: 0.2651 and 0.9239.
    expect(number(/validation loss (\S+)/)).to.be.at.most(0.267);
    expect(number(/test accuracy (\S+)/)).to.be.at.least(0.923);
  });
});
