import { expect } from "chai";
import { asinh } from "../../lib/internal/exact-math/asinh.ts";
import { logSechEach, sechEach } from "../../lib/internal/exact-math/sech.ts";

const ofOne =
  (f: (numbers: Float64Array, n: number) => void) =>
  (x: number): number => {
    const numbers = Float64Array.of(x);
    f(numbers, 1);
    return numbers[0]!;
  };
const sech = ofOne(sechEach);
const logSech = ofOne(logSechEach);

/** The distance in units of 2⁻⁵² of the wanted value. */
const units = (got: number, want: number): number =>
  got === want ? 0 : Math.abs(got - want) / Math.abs(want) / Number.EPSILON;

const sizes = Array.from({ length: 4000 }, (_, i) => Math.exp((i - 2000) / 60));

describe("the hyperbolic functions with the same bits on every engine", () => {
  it("asinh is within 2 units of the engine's own", () => {
    for (const x of sizes) {
      expect(units(asinh(x), Math.asinh(x)), `asinh(${x})`).to.be.below(2);
      expect(asinh(-x)).to.equal(-asinh(x));
    }
    expect(asinh(0)).to.equal(0);
    expect(asinh(1e300)).to.be.closeTo(300 * Math.LN10 + Math.LN2, 1e-12);
    expect(asinh(NaN)).to.deep.equal(NaN);
  });

  it("sech is within 3 units of 1/cosh, down to underflow", () => {
    for (const x of sizes.filter((size) => size < 700)) {
      expect(units(sech(x), 1 / Math.cosh(x)), `sech(${x})`).to.be.below(3);
      expect(sech(-x)).to.equal(sech(x));
    }
    expect(sech(800)).to.equal(0);
    expect(sech(NaN)).to.deep.equal(NaN);
  });

  it("logSech has the digits of -x²/2 + x⁴/12 near 0, and of ln 2 - |x| far away", () => {
    for (const x of sizes.filter((size) => size < 1e-4)) {
      expect(units(logSech(x), (-x * x) / 2 + (x * x * x * x) / 12), `${x}`).to.be.below(3);
    }
    for (const x of sizes.filter((size) => size > 0.01 && size < 700)) {
      const want = -Math.log(Math.cosh(x));
      expect(Math.abs(logSech(x) - want)).to.be.below(4 * Number.EPSILON * Math.max(1, -want));
      expect(logSech(-x)).to.equal(logSech(x));
    }
    expect(logSech(0)).to.equal(-0);
    expect(logSech(1e5)).to.equal(Math.LN2 - 1e5);
  });
});
