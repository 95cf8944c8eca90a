import { expect } from "chai";
import ndarray from "ndarray";
import seedrandom from "seedrandom";
import { emptyWithViews, leaves } from "ndarray-params";
import { randomizeNormal } from "ndarray-params/initialize";
import { layout, lossAndGradient } from "../../examples/logistic-regression.ts";
import { run } from "../support/run.ts";

describe("examples/logistic-regression", () => {
  it("writes the gradient that central differences give, in each leaf", () => {
    const random = seedrandom("gradient");
    const images = ndarray(
      Float64Array.from({ length: 20 * 784 }, () => random()),
      [20, 784],
    );
    const labels = ndarray(Uint8Array.from({ length: 20 }, () => 10 * random()));
    const [flat] = emptyWithViews(layout);
    const [gradient, views] = emptyWithViews(layout);
    const [scrap] = emptyWithViews(layout);
    randomizeNormal(flat, 0, 0.1, random);
    gradient.data.fill(NaN);
    lossAndGradient(flat, gradient, { images, labels });

    const lossAt = (i: number, x: number): number => {
      const before = flat.get(i);
      flat.set(i, x);
      const loss = lossAndGradient(flat, scrap, { images, labels });
      flat.set(i, before);
      return loss;
    };
    for (const [path, { offset, size }] of leaves(views, layout)) {
      let [error, norm] = [0, 0];
      for (let i = offset; i < offset + size; i += Math.ceil(size / 400)) {
        const h = 1e-5;
        const slope = (lossAt(i, flat.get(i) + h) - lossAt(i, flat.get(i) - h)) / (2 * h);
        error += (gradient.get(i) - slope) ** 2;
        norm += slope ** 2;
      }
      expect(Math.sqrt(error / norm), path).to.be.below(1e-7);
    }
  });

  it("reaches a test accuracy of 0.920, and prints the same numbers for the same seed", () => {
    const first = run("examples/logistic-regression.ts");
    expect(Number(/test: loss \S+ accuracy (\S+)/.exec(first)?.[1])).to.be.at.least(0.92);
    expect(run("examples/logistic-regression.ts")).to.equal(first);
  });
});
