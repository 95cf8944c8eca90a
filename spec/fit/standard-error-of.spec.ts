/** The errors of functions of parameters, worked by hand. */
import { expect } from "chai";
import ndarray from "ndarray";
import { standardErrorOf, uncertainty, type Residuals } from "ndarray-params/fit";

/** y = a + b·x at four points, with an element c that nothing depends on. */
const line: Residuals<Float64Array> = ([a = 0, b = 0], r, jacobian) => {
  [0, 1, 2, 3].forEach((x, i) => {
    r[i] = a + b * x - [1, 3, 5, 8][i]!;
    jacobian?.set(i, 0, 1);
    jacobian?.set(i, 1, x);
    jacobian?.set(i, 2, 0);
  });
};

describe("standardErrorOf", () => {
  it("is that of a prediction of a straight line, worked by hand", () => {
    const u = uncertainty(Float64Array.of(1, 2, 7), line, { rows: 4, errorVariance: 1 });
    // 1/4 + (x - 1.5)²/5 at x = 10; c plays no part.
    expect(standardErrorOf(Float64Array.of(1, 10, 0), u.covariance)).to.be.closeTo(
      Math.sqrt(1 / 4 + 8.5 ** 2 / 5),
      1e-13,
    );
    expect(standardErrorOf(Float64Array.of(1, 10, 1), u.covariance)).to.be.NaN;
    expect(standardErrorOf(Float64Array.of(0, 0, 2), u.covariance)).to.equal(Infinity);
    expect(
      standardErrorOf(Float64Array.of(1, -1), ndarray(Float64Array.of(1, 1, 1, 1), [2, 2])),
    ).to.equal(0);
  });

  it("is finite for what the data determine together, if it has the whole uncertainty", () => {
    /** The same line in units in which a + 1e6·c is the intercept. */
    const split: Residuals<Float64Array> = ([a = 0, b = 0, c = 0], r, jacobian) => {
      line(Float64Array.of(a + 1e6 * c, b), r, jacobian);
      for (let i = 0; i < 4; i++) jacobian?.set(i, 2, 1e6);
    };
    const u = uncertainty(Float64Array.of(1, 2, 0), split, { rows: 4, errorVariance: 4 });
    expect(u.undetermined).to.deep.equal(["element 0", "element 2"]);
    const errorAt = (...gradient: number[]): number =>
      standardErrorOf(Float64Array.from(gradient), u);
    expect(errorAt(1, 10, 1e6)).to.be.closeTo(2 * Math.sqrt(1 / 4 + 8.5 ** 2 / 5), 1e-12);
    expect(errorAt(2, 0, 2e6)).to.be.closeTo(4 * Math.sqrt(1 / 4 + 1.5 ** 2 / 5), 1e-12);
    expect(errorAt(0, 1, 0)).to.be.closeTo(2 / Math.sqrt(5), 1e-13);
    expect([errorAt(1, 10, 0), errorAt(1, 10, -1e6), errorAt(0, 0, 1)]).to.deep.equal(
      Array(3).fill(Infinity),
    );
    expect([errorAt(0, 0, 0), u.held.get(1, 1)]).to.deep.equal([0, u.covariance.get(1, 1)]);
  });
});
