import { expect } from "chai";
import ndarray from "ndarray";
import { stream, truncatedNormal } from "ndarray-params/initialize";
import { kolmogorov, kolmogorovBelow, normalBelow } from "./statistics.ts";

describe("truncatedNormal", () => {
  for (const [low, high] of [
    [-2, 2],
    [-Infinity, Infinity],
    [-1, 3],
    [0, Infinity],
    [0, 1],
    [-0.3, 0.1],
    [-1.2, 1.3],
    [0.2, 4],
    [0.5, 1],
    [1, Infinity],
    [3, 3.2],
    [3, 4],
    [5, Infinity],
    [-Infinity, -2.5],
    [-4, -3],
    [-12, -11.5],
    [30, 31],
  ] as const) {
    it(`is N(0, 1) between ${low} and ${high}`, () => {
      const x = new Float64Array(2e4);
      truncatedNormal(ndarray(x), 0, 1, stream("cut", `${low} ${high}`), { low, high });
      expect(x.every((value) => value >= low && value <= high)).to.equal(true);
      // In the upper tail 1 - Φ has digits and Φ has none left, so it is measured from above.
      const below = (value: number): number =>
        low > 0
          ? 1 -
            (normalBelow(-value) - normalBelow(-high)) / (normalBelow(-low) - normalBelow(-high))
          : (normalBelow(value) - normalBelow(low)) / (normalBelow(high) - normalBelow(low));
      expect(kolmogorov(x.toSorted(), below)).to.be.below(kolmogorovBelow);
    });
  }

  it("is mean + std·z, with the bounds in units of std", () => {
    const z = new Float64Array(1000);
    const x = new Float64Array(1000);
    truncatedNormal(ndarray(z), 0, 1, stream("shifted"));
    truncatedNormal(ndarray(x), 10, 0.5, stream("shifted"), { low: -2 });
    expect([...x]).to.deep.equal(Array.from(z, (value) => 10 + 0.5 * value));
  });

  it("gives the nearer bound if the interval is far outside", () => {
    const view = ndarray(new Float64Array(10));
    for (const low of [1e9, 1e160, 1e300]) {
      truncatedNormal(view, 0, 1, stream("far"), { low, high: Infinity });
      expect(view.data.every((value) => value >= low && value <= low * (1 + 1e-15))).to.equal(true);
    }
  });

  it("is N(0, 1) cut at ±2 from Math.random by default", () => {
    const view = ndarray(new Float64Array(1000).fill(9));
    truncatedNormal(view);
    expect(view.data.every((value) => Math.abs(value) <= 2)).to.equal(true);
  });
});
