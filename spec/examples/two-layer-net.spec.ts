import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews, leaves } from "ndarray-params";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { layout, lossAndGradient } from "../../examples/two-layer-net.ts";
import { run } from "../support/run.ts";

describe("examples/two-layer-net", () => {
  it("writes the gradient that central differences give, in each leaf", () => {
    const random = stream("gradient");
    const images = ndarray(
      Float64Array.from({ length: 3 * 784 }, () => random()),
      [3, 784],
    );
    const labels = ndarray(Uint8Array.from({ length: 3 }, () => 10 * random()));
    const [flat] = emptyWithViews(layout);
    const [gradient, views] = emptyWithViews(layout);
    const [scrap] = emptyWithViews(layout);
    randomizeNormal(flat, 0, 0.1, random);
    gradient.data.fill(NaN);
    lossAndGradient(flat, gradient, images, labels);

    const lossAt = (i: number, x: number): number => {
      const before = flat.get(i);
      flat.set(i, x);
      const loss = lossAndGradient(flat, scrap, images, labels);
      flat.set(i, before);
      return loss;
    };
    for (const [path, { offset, size }] of leaves(views, layout)) {
      let [error, norm] = [0, 0];
      for (let i = offset; i < offset + size; i += Math.ceil(size / 100)) {
        const step = 1e-5;
        const slope = (lossAt(i, flat.get(i) + step) - lossAt(i, flat.get(i) - step)) / (2 * step);
        error += (gradient.get(i) - slope) ** 2;
        norm += slope ** 2;
      }
      expect(Math.sqrt(error / norm), path).to.be.below(1e-7);
    }
  });

  it("learns from 2,000 digits in one epoch", () => {
    const printed = run("examples/two-layer-net.ts", "--epochs", "1", "--train", "2000");
    const [, hits] = /^test after epoch 1: loss \S+ accuracy (\S+)$/m.exec(printed)!;
    expect(Number(hits)).to.be.above(0.75);
  });
});
