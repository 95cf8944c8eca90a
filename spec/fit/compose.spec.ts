/** Fits of constrained parameters, and memory that stays as it is. */
import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { blockViews, layoutOf, shapedFromFlat } from "ndarray-params";
import { constrain, positive, simplex } from "ndarray-params/constrain";
import { fitReport, levenbergMarquardt, uncertainty, type Residuals } from "ndarray-params/fit";
import { bundled } from "../support/run.ts";
import { readCase } from "./support/fixtures.ts";

describe("a fit of constrained parameters", () => {
  const fit = readCase("puromycin");
  const template = layoutOf({ vm: [], k: [] });
  const c = constrain(template, { vm: positive, k: positive });
  const rows = layoutOf({ y: fit.data.y.length });
  const values: Residuals<Float64Array> = (flat, r, jacobian) => {
    const { vm, k } = shapedFromFlat(flat, template);
    const shares = fit.data.x!.map((x) => x / (k.get() + x));
    shares.forEach((share, i) => (r[i] = vm.get() * share - fit.data.y[i]!));
    if (jacobian === undefined) return;
    const { y } = blockViews(jacobian, rows, template);
    shares.forEach((share, i) => {
      y.vm.set(i, share);
      y.k.set(i, (-vm.get() * share) / (k.get() + fit.data.x![i]!));
    });
  };
  const y = new Float64Array(2);
  c.inverse(Float64Array.from(fit.start), y);
  const options = { rows, template: c.free };
  const residuals = c.residuals(values);

  it("finds the same minimum, and the covariance of the values by the delta method", () => {
    for (const info of levenbergMarquardt(y, residuals, options)) void info;
    const x = new Float64Array(2);
    c.forward(y, x);
    const u = uncertainty(y, residuals, options);
    const covariance = c.covariance(y, u.covariance);
    fit.reference.estimate.forEach((want, i) => {
      expect(x[i]).to.be.closeTo(Number(want), 1e-8 * Number(want));
      const error = Number(fit.reference.standardErrors[i]);
      expect(Math.sqrt(covariance.get(i, i))).to.be.closeTo(error, 1e-7 * error);
    });
    const report = fitReport({ flat: y, template, uncertainty: u, constraint: c }).split("\n");
    expect(report[1]).to.match(/^vm +212.68 +6.95 +3.3 %/);
    expect(report[2]).to.match(/^k +0.06412 +0.00828 +13 %/);
  });

  it("takes residuals that return promises", async () => {
    const slowly: Residuals<Float64Array, Promise<void>> = async (flat, r, jacobian) => {
      await Promise.resolve();
      values(flat, r, jacobian);
    };
    const free = new Float64Array(2);
    c.inverse(Float64Array.from(fit.start), free);
    const again = free.slice();
    for (const info of levenbergMarquardt(again, residuals, options)) void info;
    for await (const info of levenbergMarquardt(free, c.residuals(slowly), options)) void info;
    expect(free).to.deep.equal(again);
  });

  it("has a singular covariance where values must add up", () => {
    const shares = layoutOf({ p: 3 });
    const mixture = constrain(shares, { p: simplex });
    const counts = [0.2, 0.5, 0.3];
    const f = mixture.residuals<Float64Array, Float64Array, void>((p, r, jacobian) => {
      jacobian?.data.fill(0);
      counts.forEach((count, i) => {
        r[i] = (p[i]! - count) / 0.01;
        jacobian?.set(i, i, 100);
      });
    });
    const flat = new Float64Array(2);
    for (const info of levenbergMarquardt(flat, f, { rows: 3 })) void info;
    const u = uncertainty(flat, f, { rows: 3, errorVariance: 1 });
    const { p } = blockViews(mixture.covariance(flat, u.covariance), shares).p;
    for (let i = 0; i < 3; i++) {
      expect(p.get(i, 0) + p.get(i, 1) + p.get(i, 2)).to.be.closeTo(0, 1e-12);
      // The projection of 1e-4·1 onto shares that add up to 1.
      expect(p.get(i, i)).to.be.closeTo(1e-4 * (2 / 3), 1e-10);
    }
  });
});

describe("a fit over 1e4 iterations", () => {
  it("leaves memory as it was", function () {
    this.timeout(60_000);
    const program = `
      import { levenbergMarquardt } from "./lib/fit/index.ts";
      const flat = new Float64Array(2);
      const residuals = ([x, y], r, jacobian) => {
        r[0] = 1e6 * (y - x * x);
        r[1] = 1 - x;
        if (jacobian === undefined) return;
        jacobian.data[0] = -2e6 * x;
        jacobian.data[1] = 1e6;
        jacobian.data[2] = -1;
        jacobian.data[3] = 0;
      };
      // The flat is moved in each iteration, so that the loop does not end.
      const loop = levenbergMarquardt(flat, residuals, { rows: 2, bounds: { lower: -50, upper: 50 } });
      const run = (iterations) => {
        for (let i = 0; i < iterations; i++) {
          flat[0] = -40 + (i % 7);
          flat[1] = 3;
          if (loop.next().done) throw loop.end;
        }
        gc();
        const { heapUsed, external, arrayBuffers } = process.memoryUsage();
        return heapUsed + external + arrayBuffers;
      };
      const before = run(1e3);
      console.log(run(1e4) - before);
    `;
    const args = ["--expose-gc", bundled({ code: program })];
    const growth = Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
    expect(growth).to.be.below(300_000);
  });
});
