import { expect } from "chai";
import ndarray from "ndarray";
import { checkGradient, emptyWithViews } from "ndarray-params";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { layout, lossAndGradient } from "../../examples/two-layer-net.ts";
import { run } from "../support/run.ts";

describe("examples/two-layer-net", () => {
  it("writes the gradient that central differences give, in each leaf", function () {
    this.timeout(120_000);
    const random = stream("gradient");
    const images = ndarray(
      Float64Array.from({ length: 2 * 784 }, () => random()),
      [2, 784],
    );
    const labels = ndarray(Uint8Array.from({ length: 2 }, () => 10 * random()));
    const [flat] = emptyWithViews(layout);
    randomizeNormal(flat, 0, 0.1, random);
    const objective = (theta: typeof flat, gradient: typeof flat): number =>
      lossAndGradient(theta, gradient, images, labels);
    const { leaves } = checkGradient(objective, flat, layout);
    expect(leaves.map(({ path }) => path)).to.deep.equal(layout.slots.map(({ path }) => path));
    for (const { label, worst } of leaves) expect(worst, label).to.be.below(1e-7);
  });

  it("learns from 2,000 digits in one epoch", () => {
    const printed = run("examples/two-layer-net.ts", "--epochs", "1", "--train", "2000");
    const [, hits] = /^test after epoch 1: loss \S+ accuracy (\S+)$/m.exec(printed)!;
    expect(Number(hits)).to.be.above(0.75);
  });
});
