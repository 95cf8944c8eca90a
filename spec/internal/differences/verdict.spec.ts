import { expect } from "chai";
import { gravest, judge, type Verdict } from "../../../lib/internal/differences/verdict.ts";

/** The verdict on a derivative, whose difference quotient is `value ± error`. */
const on = (analytic: number, value: number, error: number, unit = 0): Verdict =>
  judge(analytic, { value, error, unit }, "float64");

describe("the verdict on a derivative", () => {
  it("subtracts the uncertainty from the error, which is relative to the larger one", () => {
    expect(on(2, 1, 0.5).worst).to.equal(0.25);
    for (const [analytic, value] of [
      [-1, 2],
      [1, -2],
      [-2, 1],
      [2, -1],
    ] as const) {
      expect(on(analytic, value, 0.5).worst).to.equal(1.25);
    }
    expect(on(2, 1, 0.5)).to.deep.include({ analytic: 2, numeric: 1, uncertainty: 0.5 });
    expect(on(2, 1, 1).worst).to.equal(0);
    expect(on(2, 1, 1.5).worst).to.equal(0);
    expect(on(0, 0, 0).worst).to.equal(0);
  });

  it("is surely wrong if the error is more than 10 times the uncertainty", () => {
    expect(on(2, 1, 0.099).sure).to.equal(true);
    expect(on(2, 1, 0.1).sure).to.equal(false);
    expect(on(2, 1, 0.5).sure).to.equal(false);
  });

  it("is surely right if an error of 1 % would have been seen", () => {
    expect(on(1, 1, 1e-3).sure).to.equal(true);
    expect(on(1, 1, 1.01e-3).sure).to.equal(false);
    expect(on(-2, -2, 2e-3).sure).to.equal(true);
  });

  it("is surely right if the uncertainty is 1e-10 of the unit, as for a slope of 0", () => {
    expect(on(0, 0, 1e-10, 1).sure).to.equal(true);
    expect(on(0, 0, 1.01e-10, 1).sure).to.equal(false);
    expect(on(1, 1, 1e-3, 1).sure).to.equal(true);
  });

  it("has the limit 1e-6, or 1e-3 in float32", () => {
    // The error is 9 times the uncertainty: perhaps wrong above the limit, surely right below it.
    const near = (error: number, dtype: "float64" | "float32"): boolean =>
      judge(1, { value: 1 - error, error: error / 9, unit: 0 }, dtype).sure;
    expect([near(1.1e-6, "float64"), near(1.2e-6, "float64")]).to.deep.equal([true, false]);
    expect([near(1.1e-3, "float32"), near(1.2e-3, "float32")]).to.deep.equal([true, false]);
  });

  it("is right at the limit itself, and wrong above it", () => {
    const atLimit = on(1e6, 1e6 - 2, 1); // (2 - 1) / 1e6
    expect(atLimit).to.deep.include({ worst: 1e-6, sure: true });
    const open = on(1, 1, 0.5); // perhaps right
    expect(gravest([open, atLimit], "float64")).to.equal(open);
  });

  it("is Infinity for what is not finite, and sure of it if the derivative is that", () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      expect(on(bad, 1, 0.1)).to.deep.include({ worst: Infinity, sure: true });
      expect(on(bad, NaN, NaN)).to.deep.include({ worst: Infinity, sure: true });
      expect(on(1, bad, Infinity)).to.deep.include({ worst: Infinity, sure: false });
    }
    expect(on(1, 1, Infinity)).to.deep.include({ worst: 0, sure: false });
  });

  it("that matters most is surely wrong, then perhaps wrong, perhaps right, surely right", () => {
    const order = [
      on(2, 1, 0), // surely wrong, by 1/2
      on(1.1, 1, 0), // surely wrong, by less
      on(5, 1, 1), // perhaps wrong, by 3/5
      on(3, 1, 1), // perhaps wrong, by less
      on(1, 1, 0.5), // perhaps right
      on(1 + 1e-9, 1, 0), // surely right, by 1e-9
      on(1, 1, 0), // surely right
    ];
    order.forEach((verdict, i) => {
      const rest = order.slice(i);
      expect(gravest(rest, "float64")).to.equal(verdict);
      expect(gravest(rest.toReversed(), "float64")).to.equal(verdict);
    });
    const twice = [on(1, 1, 0), on(1, 1, 0)];
    expect(gravest(twice, "float64")).to.equal(twice[0]);
  });

  it("has one limit for both purposes", () => {
    const small = judge(1.0005, { value: 1, error: 0, unit: 0 }, "float32");
    const open = judge(1, { value: 1, error: 1, unit: 0 }, "float32");
    expect(gravest([small, open], "float32")).to.equal(open);
    expect(gravest([small, open], "float64")).to.equal(small);
  });
});
