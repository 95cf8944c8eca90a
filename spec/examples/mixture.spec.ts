import { readFileSync } from "node:fs";
import { expect } from "chai";
import { checkGradient, emptyWithViews, valuesOf, shapedFromFlat } from "ndarray-params";
import { fit, free, lossAndGradient, mixture, start, values } from "../../examples/mixture.ts";
import { durations } from "../../examples/support/faithful.ts";
import { run } from "../support/run.ts";

interface Em {
  readonly durations: Record<"count" | "mean" | "standardDeviation", number>;
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly loss: number;
}

const em = JSON.parse(
  readFileSync(new URL("../fixtures/mixture.json", import.meta.url), "utf8"),
) as Em;

describe("examples/mixture", () => {
  it("has the 272 durations that R has, by their mean and standard deviation", () => {
    const mean = durations.reduce((sum, x) => sum + x) / durations.length;
    const squares = durations.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    expect(durations.length).to.equal(272);
    expect(mean.toFixed(6)).to.equal("3.487783");
    expect(Math.sqrt(squares / 271).toFixed(6)).to.equal("1.141371");
    expect(em.durations.mean).to.be.closeTo(mean, 1e-14);
  });

  it("starts at valid values: equal weights, the quartiles and the standard deviation", () => {
    const [x] = emptyWithViews(values);
    mixture.forward(start(), x);
    const { weights, means, scales } = valuesOf(shapedFromFlat(x, values), values);
    expect(weights).to.deep.equal([0.5, 0.5]);
    expect(means[0]).to.be.closeTo(2.167, 1e-12);
    expect(means[1]).to.be.closeTo(4.467, 1e-12);
    expect(scales[0]).to.be.closeTo(em.durations.standardDeviation * Math.sqrt(271 / 272), 1e-12);
    expect(scales[1]).to.equal(scales[0]);
  });

  it("writes the gradient that central differences give, by the values", () => {
    const [x] = emptyWithViews(values);
    mixture.forward(start(), x);
    for (const { label, worst } of checkGradient(lossAndGradient, x, values).leaves) {
      expect(worst, label).to.be.below(1e-7);
    }
  });

  for (const logJacobian of [false, true]) {
    it(`has the right gradient by the free flat, with logJacobian: ${logJacobian}`, () => {
      const objective = mixture.objective(lossAndGradient, { logJacobian });
      const { leaves } = checkGradient(objective, start(), free);
      expect(leaves.map(({ path }) => path)).to.deep.equal(["weights", "means", "scales"]);
      for (const { label, worst } of leaves) expect(worst, label).to.be.below(1e-7);
    });
  }

  it("has a finite loss and gradient where every density underflows", () => {
    const [x, { weights, means, scales }] = emptyWithViews(values);
    const [gradient] = emptyWithViews(values);
    weights.set(0, 0.5);
    weights.set(1, 0.5);
    means.set(0, -100);
    means.set(1, 100);
    scales.set(0, 0.1);
    scales.set(1, 0.1);
    expect(lossAndGradient(x, gradient)).to.be.within(1e8, 1e9);
    expect(gradient.data.every((g) => Number.isFinite(g))).to.equal(true);
  });

  it("ends at the maximum likelihood that EM finds", () => {
    const { flat, loss, iterations } = fit();
    expect(loss).to.be.closeTo(em.loss, 1e-8);
    expect(iterations).to.be.below(40);
    const found = valuesOf(shapedFromFlat(flat, values), values);
    for (const name of ["weights", "means", "scales"] as const) {
      em[name].forEach((theirs, k) => {
        expect(found[name][k], `${name}[${k}]`).to.be.closeTo(theirs, 1e-7);
      });
    }
  });

  it("prints what it finds", () => {
    const lines = run("examples/mixture.ts").trimEnd().split("\n");
    expect(lines.slice(0, 3)).to.deep.equal([
      "weights 0.348405  0.651595",
      "means   2.018608  4.273343",
      "scales  0.235622  0.437063",
    ]);
    expect(lines[3]).to.match(/^loss {4}276\.360040 after \d\d iterations$/);
  });
});
