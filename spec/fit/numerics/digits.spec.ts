/** Numbers of a report as people write them, worked by hand. */
import { expect } from "chai";
import { counted, decimalsFor, fixed } from "../../../lib/fit/report/digits.ts";

describe("the digits of a report", () => {
  const errors: [error: number, decimals: number][] = [
    [1, 2],
    [0.0123, 4],
    [99.9, 1],
    [456, 0],
    [4567, -1],
    [1e-12, 14],
    [0, NaN],
    [Infinity, NaN],
    [NaN, NaN],
  ];
  for (const [error, decimals] of errors) {
    it(`show a standard error of ${error} to three digits: ${decimals} after the point`, () => {
      expect(decimalsFor(error)).to.deep.equal(decimals);
    });
  }

  const numbers: [x: number, decimals: number, text: string][] = [
    [12.345, 2, "12.35"],
    [-12.345, 0, "-12"],
    [12345, -2, "12345"],
    [0, 3, "0.000"],
    [1.5, 8, "1.50000000"],
    [1.5, 9, "1.500000000e+0"],
    [0, 9, "0e+0"],
    [123456789, 0, "123456789"],
    [1234567890, 0, "1.234567890e+9"],
    [1.25e30, -28, "1.25e+30"],
    [1.25e30, -35, "1e+30"],
    [1.25e-10, 12, "1.25e-10"],
    [1, 25, "1.00000000000000000000e+0"],
    [1 / 3, NaN, "0.333333"],
    [0.25, NaN, "0.25"],
    [Infinity, 2, "∞"],
    [-Infinity, NaN, "-∞"],
    [NaN, 2, "NaN"],
  ];
  for (const [x, decimals, text] of numbers) {
    it(`of ${x} are ${text}, with ${decimals} after the point`, () => {
      expect(fixed(x, decimals)).to.equal(text);
    });
  }

  it("count in words", () => {
    expect([0, 1, 2].map((n) => counted(n, "row"))).to.deep.equal(["0 rows", "1 row", "2 rows"]);
  });
});
