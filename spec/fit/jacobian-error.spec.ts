/** How much of a Jacobian is error, as the caller says, and what a fit then counts as known. */
import { expect } from "chai";
import { profileInterval, uncertainty, type Residuals } from "ndarray-params/fit";

describe("the error of a Jacobian", () => {
  it("makes columns that differ by it alone dependent ones", () => {
    const nearly: Residuals<Float64Array> = ([a = 0, b = 0], r, jacobian) => {
      for (let i = 0; i < 4; i++) {
        r[i] = a + b - i;
        jacobian?.set(i, 0, 1);
        jacobian?.set(i, 1, 1 + (i % 2) * 1e-11);
      }
    };
    const flat = Float64Array.of(0.5, 1);
    const ranks = [{}, { jacobianError: 1e-10 }].map(
      (options) => uncertainty(flat, nearly, { rows: 4, ...options }).rank,
    );
    expect(ranks).to.deep.equal([2, 1]);
    const { lower, upper } = profileInterval(flat, nearly, 0, { rows: 4, jacobianError: 1e-10 });
    expect([lower, upper]).to.deep.equal([-Infinity, Infinity]);
  });
});
