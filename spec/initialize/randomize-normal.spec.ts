import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews } from "ndarray-params";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import seedrandom from "seedrandom";

describe("randomizeNormal", () => {
  it("has the mean and the standard deviation asked for", () => {
    const x = ndarray(new Float64Array(1e5));
    randomizeNormal(x, 3, 0.5, stream("moments"));
    const mean = x.data.reduce((sum, value) => sum + value, 0) / x.size;
    const square = x.data.reduce((sum, value) => sum + (value - 3) ** 2, 0) / x.size;
    expect(mean).to.be.closeTo(3, (5 * 0.5) / Math.sqrt(x.size));
    expect(square).to.be.closeTo(0.25, 5 * 0.25 * Math.sqrt(2 / x.size));
  });

  it("fills the flat of a template from seedrandom, the same values for the same seed", () => {
    const [flat] = emptyWithViews([[784, 10], 10]);
    const [again] = emptyWithViews([[784, 10], 10]);
    randomizeNormal(flat, 0, 0.1, seedrandom("42"));
    randomizeNormal(again, 0, 0.1, seedrandom("42"));
    expect(flat.data).to.deep.equal(again.data);
    expect(flat.data.every((value) => value !== 0 && Math.abs(value) < 0.7)).to.equal(true);
  });
});
