/** Quantiles beside mpmath's: the roots of its incomplete beta and error functions to 40 digits. */
import { expect } from "chai";
import { normalQuantile } from "../../../lib/fit/quantiles/normal-quantile.ts";
import { tQuantile } from "../../../lib/fit/quantiles/t-quantile.ts";

const cases: readonly (readonly [freedom: number, level: number, t: number])[] = [
  [1, 0.5, 1],
  [1, 0.95, 12.706204736174692],
  [1, 0.9973002039367398, 235.8014979604665],
  [2, 0.9, 2.919985580353726],
  [3, 0.68, 1.1889286364770173],
  [4, 0.95, 2.7764451051977934],
  [5, 0.99, 4.032142983555227],
  [10, 0.05, 0.06429814614428302],
  [10, 0.95, 2.2281388519862744],
  [29, 0.95, 2.045229642132704],
  [61, 0.9973002039367398, 3.127722496550322],
  [199, 0.95, 1.9719565442517535],
  [200, 0.95, 1.971896223633909],
  [1000, 0.9, 1.6463788172854648],
  [20000, 0.95, 1.9600826051581348],
  [20001, 0.9973002039367398, 3.0003750243753964],
  [50000, 0.95, 1.9600114310936796],
  [50000, 0.9973002039367398, 3.0001500069002396],
  [1e6, 0.9, 1.6448551507220406],
  [Infinity, 0.05, 0.06270677794321379],
  [Infinity, 0.5, 0.6744897501960817],
  [Infinity, 0.6826894921370859, 0.9999999999999999],
  [Infinity, 0.9, 1.6448536269514729],
  [Infinity, 0.95, 1.9599639845400538],
  [Infinity, 0.9973002039367398, 2.999999999999998],
  [Infinity, 1 - 2 ** -30, 6.12075628597194],
  [Infinity, 1 - 1e-12, 7.130509892879273],
];

/** The smallest and the largest levels there are, where 1 + level or 1 - level round to 1 or 2. */
const edges: typeof cases = [
  [1, 1e-17, 1.5707963267948967e-17],
  [5, 1e-17, 1.3171527620701363e-17],
  [5, 1e-300, 1.317152762070136e-300],
  [3, 5e-9, 6.801747615878317e-9],
  [20000, 1 - 2 ** -40, 7.148200627672137],
  [20001, 1 - 2 ** -40, 7.148200395125268],
  [Infinity, 1e-17, 1.2533141373155003e-17],
  [1, 1 - 2 ** -53, 5734161139222659],
  [5, 1 - 2 ** -53, 2796.2668064971162],
  [Infinity, 1 - 2 ** -53, 8.292361075813595],
];

describe("the two-sided quantile", () => {
  for (const [freedom, level, t] of cases) {
    it(`of Student's t with ${freedom} degrees of freedom at ${level}`, () => {
      // The level of 1 - 2⁻³⁰ leaves a tail of which 23 bits are known.
      const tolerance = level > 0.999 ? 1e-9 : 3e-14;
      expect(Math.abs(tQuantile(freedom, level) / t - 1)).to.be.at.most(tolerance);
    });
  }

  for (const [freedom, level, t] of edges) {
    it(`comes to its end with ${freedom} degrees of freedom at ${level}`, () => {
      expect(Math.abs(tQuantile(freedom, level) / t - 1)).to.be.at.most(1e-13);
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
    expect(normalQuantile(1e-100)).to.be.closeTo(-21.273453560965326, 1e-13);
  });
});
