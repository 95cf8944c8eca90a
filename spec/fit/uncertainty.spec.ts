/** Uncertainty and profiles beyond the public data: their corners. */
import { expect } from "chai";
import ndarray from "ndarray";
import { blockViews, shapedFromFlat } from "ndarray-params";
import {
  levenbergMarquardt,
  profileInterval,
  uncertainty,
  type Residuals,
} from "ndarray-params/fit";
import { fitted, line, named } from "./support/fitted.ts";

describe("uncertainty", () => {
  it("has names by the views of its template", () => {
    const { flat, residuals, template, options } = fitted("puromycin");
    const u = uncertainty(flat, residuals, options);
    const errors = shapedFromFlat(u.standardErrors, template) as Record<string, { get(): number }>;
    const blocks = blockViews(u.covariance, template) as Record<
      string,
      Record<string, { get(): number }>
    >;
    expect(errors["k"]!.get()).to.equal(u.standardErrors[1]);
    expect(blocks["vm"]!["k"]!.get()).to.equal(u.covariance.get(0, 1));
  });

  it("takes a flat of any stride, and of float32", () => {
    const strided = ndarray(Float64Array.of(0, 2, 9, 1.5, 9, 0.5), [3], [-2], 5);
    const one = uncertainty(strided, (x, r, j) => line(Float64Array.of(x.get(0), x.get(1)), r, j), {
      rows: 4,
    });
    const other = uncertainty(Float64Array.of(0.5, 1.5, 2), line, { rows: 4 });
    const single = uncertainty(
      Float32Array.of(0.5, 1.5, 2),
      (x, r, j) => line(Float64Array.from(x), r, j),
      { rows: 4 },
    );
    expect(one.covariance.data).to.deep.equal(other.covariance.data);
    expect(single.covariance.data).to.deep.equal(other.covariance.data);
  });

  it("is worked by hand for a straight line, whatever else nothing depends on", () => {
    // Σ(x - 1.5)² = 5: the slope has the variance 1/5, the intercept 1/4 + 1.5²/5.
    const u = uncertainty(Float64Array.of(1, 2, 7), line, {
      rows: 4,
      template: named,
      errorVariance: 4,
    });
    expect(u.covariance.get(1, 1)).to.be.closeTo(4 / 5, 1e-13);
    expect(u.covariance.get(0, 0)).to.be.closeTo(4 * (1 / 4 + 1.5 ** 2 / 5), 1e-13);
    expect(u.covariance.get(0, 1)).to.be.closeTo((-4 * 1.5) / 5, 1e-13);
    expect([u.rank, u.freedom, u.undetermined]).to.deep.equal([2, 2, ["c"]]);
    expect(u.standardErrors[2]).to.equal(Infinity);
    expect([...u.directions[0]!]).to.deep.equal([0, 0, 1]);
    expect([u.isEstimated, u.errorVariance, u.loss]).to.deep.equal([false, 4, 0.5]);
    expect(u.largest).to.deep.equal({ label: "row 3", r: -1 });
  });

  it("finds every direction that the data leave free", () => {
    // r depends on x₀ + x₁ and on x₂ + x₃ + x₄ only, in very different units.
    const sums: Residuals<Float64Array> = (x, r, jacobian) => {
      jacobian?.data.fill(0);
      for (let i = 0; i < 6; i++) {
        r[i] = x[0]! + x[1]! + 1e8 * i * (x[2]! + x[3]! + x[4]!) - i;
        for (let j = 0; j < 5; j++) jacobian?.set(i, j, j < 2 ? 1 : 1e8 * i);
      }
    };
    const u = uncertainty(new Float64Array(5), sums, { rows: 6 });
    expect([u.rank, u.directions.length, u.undetermined.length]).to.deep.equal([2, 3, 5]);
    for (const direction of u.directions) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = direction;
      expect(a + b).to.be.closeTo(0, 1e-7);
      expect(c + d + e).to.be.closeTo(0, 1e-7);
    }
  });

  it("calls nothing undetermined whose variance is beyond the range of doubles", () => {
    const tiny: Residuals<Float64Array> = (x, r, jacobian) => {
      for (let i = 0; i < 4; i++) {
        r[i] = 1e-160 * (x[0]! + i * x[1]!) - i * i;
        jacobian?.set(i, 0, 1e-160);
        jacobian?.set(i, 1, 1e-160 * i);
      }
    };
    const u = uncertainty(new Float64Array(2), tiny, { rows: 4 });
    expect([u.rank, u.directions, u.undetermined]).to.deep.equal([2, [], []]);
  });

  it("counts an element on a bound as free if the bound does not hold it", () => {
    const flat = Float64Array.of(0.8, 2.3, 0);
    const bounds = { lower: Float64Array.of(-9, 2.3, 0), upper: Float64Array.of(0.8, 9, 0) };
    const exact: Residuals<Float64Array> = (_x, r, jacobian) => {
      line(Float64Array.of(0, 0), r, jacobian);
      r.fill(0);
    };
    const u = uncertainty(flat, exact, { rows: 4, bounds });
    expect(u.active.map(({ side, label }) => [side, label])).to.deep.equal([
      ["fixed", "element 2"],
    ]);
    expect(u.rank).to.equal(2);
  });

  it("has no error variance to estimate where every residual is spent", () => {
    const square: Residuals<Float64Array> = (x, r, jacobian) => {
      r.set([x[0]! - 1, x[1]! - 2]);
      jacobian?.data.set([1, 0, 0, 2]);
    };
    const flat = Float64Array.of(1, 2);
    const u = uncertainty(flat, square, { rows: 2 });
    expect([u.freedom, u.isEstimated]).to.deep.equal([0, true]);
    expect(u.errorVariance).to.be.NaN;
    expect(u.standardErrors[0]).to.be.NaN;
    const known = uncertainty(flat, square, { rows: 2, errorVariance: 1 });
    expect([...known.standardErrors]).to.deep.equal([1, 0.5]);
  });
});

describe("profileInterval", () => {
  it("is the Wald interval of a linear model, by label and by index", () => {
    const flat = Float64Array.of(0.8, 2.3, 0);
    const options = { rows: 4, template: named, errorVariance: 1, level: 0.9 };
    for (const element of ["b", 1]) {
      const { lower, upper, reachedLower, reachedUpper } = profileInterval(
        flat,
        line,
        element,
        options,
      );
      const half = 1.6448536269514722 * Math.sqrt(1 / 5);
      expect([reachedLower, reachedUpper]).to.deep.equal([true, true]);
      expect(lower).to.be.closeTo(2.3 - half, 1e-7);
      expect(upper).to.be.closeTo(2.3 + half, 1e-7);
    }
    expect([...flat]).to.deep.equal([0.8, 2.3, 0]);
  });

  it("takes a model of one element, which lmfit refuses", () => {
    const mean: Residuals<Float64Array> = ([x = 0], r, jacobian) => {
      [1, 2, 3, 6].forEach((y, i) => (r[i] = x - y));
      jacobian?.data.fill(1);
    };
    const { lower, upper } = profileInterval(Float64Array.of(3), mean, 0, { rows: 4 });
    // t of 3 degrees at 95 %, 3.182446305283709, times s/√4 with s² = 14/3
    const half = 3.182446305283709 * Math.sqrt(14 / 12);
    expect([lower, upper].map((v) => v - 3)).to.deep.equal([lower - 3, upper - 3]);
    expect(lower).to.be.closeTo(3 - half, 1e-7);
    expect(upper).to.be.closeTo(3 + half, 1e-7);
  });

  it("ends at a bound that is active, and searches the other side", () => {
    const { flat, residuals, options, fit } = fitted("bod-bounded", {
      bounds: { lower: 0, upper: Float64Array.of(18, 10) },
    });
    const found = profileInterval(flat, residuals, "asymptote", options);
    expect([found.upper, found.reachedUpper, found.reachedLower]).to.deep.equal([18, false, true]);
    // With the bound taken away the loss at the lower end is that of the level.
    expect(found.lower).to.be.within(10, 18);
    expect(fit.parameters[0]).to.equal("asymptote");
  });

  it("has no end for an element that nothing depends on", () => {
    const flat = Float64Array.of(0.8, 2.3, 0);
    const bounds = { upper: Float64Array.of(9, 9, 5) };
    const found = profileInterval(flat, line, "c", { rows: 4, template: named, bounds });
    expect([found.lower, found.upper]).to.deep.equal([-Infinity, 5]);
    expect([found.reachedLower, found.reachedUpper]).to.deep.equal([false, false]);
  });

  it("ends where the residuals do", () => {
    // The model is √(1 - x) and is not a number beyond 1.
    const root: Residuals<Float64Array> = ([x = 0], r, jacobian) => {
      [0.6, 0.5, 0.45, 0.4].forEach((y, i) => (r[i] = Math.sqrt(1 - x) - y));
      jacobian?.data.fill(-0.5 / Math.sqrt(1 - x));
    };
    const flat = Float64Array.of(0.7);
    for (const info of levenbergMarquardt(flat, root, { rows: 4 })) void info;
    const found = profileInterval(flat, root, 0, { rows: 4, level: 0.999 });
    expect(found.upper).to.be.closeTo(1, 1e-9);
    expect([found.reachedLower, found.reachedUpper]).to.deep.equal([true, false]);
  });

  it("refuses a promise in the middle of its search", () => {
    let calls = 0;
    const late: Residuals<Float64Array> = (x, r, jacobian) => {
      line(x, r, jacobian);
      return (calls++ === 0 ? undefined : Promise.resolve()) as never;
    };
    expect(() => profileInterval(Float64Array.of(0.8, 2.3, 0), late, 0, { rows: 4 })).to.throw(
      TypeError,
      "profileInterval: residuals must return at once",
    );
  });
});
