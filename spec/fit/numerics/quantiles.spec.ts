/** Quantiles beside mpmath's: the roots of its incomplete beta and error functions to 40 digits. */
import { expect } from "chai";
import { normalQuantile } from "../../../lib/fit/quantiles/normal-quantile.ts";
import { tQuantile } from "../../../lib/fit/quantiles/t-quantile.ts";

const cases: readonly (readonly [freedom: number, level: number, t: number])[] = [
  [1, 0.5, 1],
  [1, 0.95, 12.706204736174693],
  [1, 0.9973002039367398, 235.80149796046649],
  [2, 0.9, 2.9199855803537261],
  [3, 0.68, 1.1889286364770174],
  [4, 0.95, 2.7764451051977935],
  [5, 0.99, 4.0321429835552272],
  [10, 0.05, 0.064298146144283012],
  [10, 0.95, 2.2281388519862742],
  [29, 0.95, 2.0452296421327039],
  [61, 0.9973002039367398, 3.1277224965503221],
  [199, 0.95, 1.9719565442517534],
  [200, 0.95, 1.971896223633909],
  [1000, 0.9, 1.6463788172854648],
  [20000, 0.95, 1.9600826051581348],
  [50000, 0.95, 1.9600114310936797],
  [50000, 0.9973002039367398, 3.0001500069002395],
  [1e6, 0.9, 1.6448551507220406],
  [Infinity, 0.05, 0.062706777943213788],
  [Infinity, 0.5, 0.67448975019608174],
  [Infinity, 0.6826894921370859, 0.99999999999999991],
  [Infinity, 0.9, 1.6448536269514728],
  [Infinity, 0.95, 1.9599639845400539],
  [Infinity, 0.9973002039367398, 2.999999999999998],
  [Infinity, 1 - 2 ** -30, 6.1207562859719408],
];

describe("the two-sided quantile", () => {
  for (const [freedom, level, t] of cases) {
    it(`of Student's t with ${freedom} degrees of freedom at ${level}`, () => {
      // The level of 1 - 2⁻³⁰ leaves a tail of which 23 bits are known.
      const tolerance = level > 0.999 ? 1e-9 : 3e-14;
      expect(Math.abs(tQuantile(freedom, level) / t - 1)).to.be.at.most(tolerance);
    });
  }

  it("of one degree is the tangent, for the smallest and the largest levels", () => {
    for (const level of [1e-3, 0.999, 1 - 1e-9]) {
      const t = Math.tan((level * Math.PI) / 2);
      expect(tQuantile(1, level) / t).to.be.closeTo(1, 1e-6);
    }
  });
});

describe("the normal quantile", () => {
  it("is odd around a half, and 0 there", () => {
    expect(normalQuantile(0.5)).to.equal(0);
    for (const p of [0.25, 2 ** -10, 0.4375, 2 ** -40]) {
      expect(normalQuantile(p)).to.equal(-normalQuantile(1 - p));
    }
  });

  it("goes far into the tail", () => {
    // The root of mpmath's erfc(z/√2)/2 = 1e-100.
    expect(normalQuantile(1e-100)).to.be.closeTo(-21.2734535609653243, 1e-13);
  });
});
