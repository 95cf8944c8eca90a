/** Profile intervals of one rate, beside the ends that bisection finds in the loss itself. */
import { expect } from "chai";
import ndarray from "ndarray";
import { profileInterval, type ProfileOptions, type Residuals } from "ndarray-params/fit";

const times = [0.5, 1, 2, 4];
const data = [0.64, 0.36, 0.15, 0.01];
const modelOf = (k: number, t: number): number => Math.exp(-k * t);
const lossOf = (k: number): number =>
  times.reduce((sum, t, i) => sum + (modelOf(k, t) - data[i]!) ** 2 / 2, 0);

/** A decay of rate k, which has no value below `least`. */
const decay =
  (least = -Infinity): Residuals<Float64Array> =>
  ([k = 0], r, jacobian) => {
    times.forEach((t, i) => {
      r[i] = k < least ? NaN : modelOf(k, t) - data[i]!;
      jacobian?.set(i, 0, -t * modelOf(k, t));
    });
  };

/** Where a function that changes its sign between two numbers is 0. */
function rootOf(f: (k: number) => number, low: number, high: number): number {
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0 === f(low) < 0) low = middle;
    else high = middle;
  }
  return low;
}

const slopeOf = (k: number): number =>
  times.reduce((sum, t, i) => sum - (modelOf(k, t) - data[i]!) * t * modelOf(k, t), 0);
const best = rootOf(slopeOf, 0.1, 3);
/** The normal distribution's 0.975 quantile (Abramowitz & Stegun, table 26.1). */
const quantile = 1.959963984540054;
const errorVariance = 1e-3;
const excess = (k: number): number =>
  2 * (lossOf(k) - lossOf(best)) - errorVariance * quantile * quantile;
const low = rootOf(excess, 0.1, best);
const high = rootOf(excess, 3, best);

const intervalOf = (residuals: Residuals<Float64Array>, more: Partial<ProfileOptions> = {}) =>
  profileInterval(Float64Array.of(best), residuals, 0, { rows: 4, errorVariance, ...more });

describe("the profile interval of a rate", () => {
  it("ends where the loss has risen by the level", () => {
    const { lower, upper, reachedLower, reachedUpper } = intervalOf(decay());
    expect(lower).to.be.closeTo(low, 1e-7);
    expect(upper).to.be.closeTo(high, 1e-7);
    expect([reachedLower, reachedUpper]).to.deep.equal([true, true]);
    // It is not the symmetric interval of a parabola.
    expect(high - best).to.be.above(1.02 * (best - low));
  });

  it("counts its evaluations, and puts the flat back", () => {
    let calls = 0;
    const flat = Float64Array.of(best);
    const counted: Residuals<Float64Array> = (...args) => {
      calls++;
      decay()(...args);
    };
    const { evaluations } = profileInterval(flat, counted, 0, { rows: 4, errorVariance });
    expect(evaluations).to.equal(calls);
    expect(flat[0]).to.equal(best);
  });

  it("has the same bits with a Jacobian of other strides", () => {
    const jacobian = ndarray(new Float64Array(20).fill(NaN), [4, 1], [-5, 3], 17);
    expect(intervalOf(decay(), { jacobian })).to.deep.equal(intervalOf(decay()));
  });

  it("stops at a bound that is met first", () => {
    const bound = (best + high) / 2;
    const { upper, reachedUpper, lower } = intervalOf(decay(), { bounds: { upper: bound } });
    expect([upper, reachedUpper]).to.deep.equal([bound, false]);
    expect(lower).to.be.closeTo(low, 1e-7);
  });

  it("stops where the model ends, and says that the level was not reached", () => {
    const least = (low + best) / 2;
    const { lower, reachedLower, upper } = intervalOf(decay(least));
    expect(lower).to.be.closeTo(least, 1e-12);
    expect(lower).to.be.at.least(least);
    expect(reachedLower).to.equal(false);
    expect(upper).to.be.closeTo(high, 1e-7);
  });

  it("is found beyond values without a loss, if the level is reached before the model ends", () => {
    // The first trial, where a parabola would have the end, lies below `least`.
    const least = low - 1e-4;
    expect(best - quantile * Math.sqrt(errorVariance / curvatureAt(best))).to.be.below(least);
    const { lower, reachedLower } = intervalOf(decay(least));
    expect(lower).to.be.closeTo(low, 1e-7);
    expect(reachedLower).to.equal(true);
  });

  it("is infinite on the side where the loss never rises far enough", () => {
    const wide = 0.3; // at k = ∞ the model is 0
    const most = data.reduce((sum, y) => sum + y * y, 0) - 2 * lossOf(best);
    expect(wide * quantile * quantile).to.be.above(most);
    const { upper, reachedUpper } = intervalOf(decay(), { errorVariance: wide });
    expect([upper, reachedUpper]).to.deep.equal([Infinity, false]);
  });
});

/** JᵀJ of the only element. */
function curvatureAt(k: number): number {
  return times.reduce((sum, t) => sum + (t * modelOf(k, t)) ** 2, 0);
}
