import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import ndarray from "ndarray";
import { checkGradient, emptyWithViews } from "ndarray-params";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { layout, lossAndGradient } from "../../examples/logistic-regression.ts";
import { run } from "../support/run.ts";

describe("examples/logistic-regression", () => {
  it("writes the gradient that central differences give, in each leaf", function () {
    this.timeout(120_000);
    const random = stream("gradient");
    const images = ndarray(
      Float64Array.from({ length: 10 * 784 }, () => random()),
      [10, 784],
    );
    const labels = ndarray(Uint8Array.from({ length: 10 }, () => 10 * random()));
    const [flat] = emptyWithViews(layout);
    randomizeNormal(flat, 0, 0.1, random);
    const objective = (theta: typeof flat, gradient: typeof flat): number =>
      lossAndGradient(theta, gradient, images, labels);
    const { leaves } = checkGradient(objective, flat, layout);
    expect(leaves.map(({ path }) => path)).to.deep.equal(layout.slots.map(({ path }) => path));
    for (const { label, worst } of leaves) expect(worst, label).to.be.below(1e-7);
  });

  it("reaches a test accuracy of 0.920, and prints the same numbers for the same seed", () => {
    const first = run("examples/logistic-regression.ts");
    expect(Number(/test: loss \S+ accuracy (\S+)/.exec(first)?.[1])).to.be.at.least(0.92);
    expect(run("examples/logistic-regression.ts")).to.equal(first);
  });

  it("learns by L-BFGS on all digits in 60 iterations what SciPy's learns: 0.2651 and 0.9239", () => {
    const printed = run(
      "examples/logistic-regression.ts",
      "--optimizer",
      "lbfgs",
      "--epochs",
      "60",
    );
    const validation = /epoch 60: loss (\S+),/.exec(printed)?.[1];
    expect(Number(validation)).to.be.at.most(0.267);
    expect(Number(/test: loss \S+ accuracy (\S+)/.exec(printed)?.[1])).to.be.at.least(0.923);
  });

  // A first-order rule with a schedule, one that counts, and one on all digits at once.
  const rules = ["gradientDescent", "adam", "lbfgs"];
  for (const rule of rules) {
    it(`goes on after an epoch of ${rule} with the numbers of a run without a break`, () => {
      const folder = mkdtempSync(join(tmpdir(), "resume-"));
      const file = join(folder, "model.safetensors");
      const train = (...args: string[]): string[] => {
        const small = ["--train", "1000", "--epochs", "2", "--optimizer", rule];
        const output = run("examples/logistic-regression.ts", ...small, ...args);
        return output.trim().split("\n").slice(-2);
      };
      const whole = train("--save", file);
      expect(train("--resume", `${file}.~1~`)).to.deep.equal(whole);
      rmSync(folder, { recursive: true });
    });
  }
});
