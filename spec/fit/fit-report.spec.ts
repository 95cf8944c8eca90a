/** The report of a fit: its table, its notes and the lines below it. */
import { expect } from "chai";
import ndarray from "ndarray";
import { layoutOf } from "ndarray-params";
import {
  fitReport,
  huber,
  profileInterval,
  uncertainty,
  type ProfileInterval,
  type Residuals,
} from "ndarray-params/fit";
import { fitted, line, named } from "./support/fitted.ts";

describe("fitReport", () => {
  it("is a table with the digits that are known, and what they rest on", () => {
    const { flat, residuals, template, options } = fitted("puromycin");
    const interval = (name: string): ProfileInterval =>
      profileInterval(flat, residuals, name, options);
    const report = fitReport({
      flat,
      template,
      uncertainty: uncertainty(flat, residuals, options),
      intervals: { vm: interval("vm") },
      correlations: 0.5,
    });
    expect(report.split("\n")).to.deep.equal([
      "path  estimate  std. error   rel.  95 % interval       note",
      "vm      212.68        6.95  3.3 %  197.30 .. 229.29    profile",
      "k      0.06412     0.00828   13 %  0.04567 .. 0.08257",
      "",
      "12 residuals, 2 free, 10 degrees of freedom; sum of squares 1195.4",
      "error variance 119.5, estimated from the residuals",
      "correlations of at least 0.5: vm, k 0.77",
    ]);
  });

  it("says what is on a bound, fixed, or undetermined", () => {
    const bounded = fitted("bod-bounded", { bounds: { lower: 0, upper: Float64Array.of(18, 10) } });
    const of = ({ flat, residuals, template, options }: typeof bounded): string[] =>
      fitReport({ flat, template, uncertainty: uncertainty(flat, residuals, options) }).split("\n");
    expect(of(bounded)[1]).to.match(/^asymptote +18 +at its upper bound, gradient -1.49$/);
    const fixed = fitted("puromycin", {
      bounds: { lower: Float64Array.of(0, 0.08), upper: Float64Array.of(999, 0.08) },
    });
    expect(of(fixed)[2]).to.match(/^k +0.08 +fixed$/);
    const loose = of(fitted("puromycin-rank-deficient"));
    expect(loose[1]).to.match(/^vm .* undetermined +only with dose: 1 vm - 0.0\d+ dose is free$/);
    const u = uncertainty(Float64Array.of(0.8, 2.3, 7), line, { rows: 4, template: named });
    expect(
      fitReport({ flat: Float64Array.of(0.8, 2.3, 7), template: named, uncertainty: u }),
    ).to.match(/\nc +7 +undetermined +no residual depends on it\n/);
  });

  it("names a robust loss, an outlier, and a given variance", () => {
    const { flat, residuals, template, options } = fitted("stackloss-huber", { loss: huber(1.5) });
    const u = uncertainty(flat, residuals, options);
    const lines = fitReport({ flat, template, uncertainty: u }).split("\n");
    expect(lines).to.include("21 residuals, 4 free, 17 degrees of freedom; loss 46.813 (huber)");
    expect(lines).to.include("largest residual y[20]: 4.1 standard deviations");
    expect(lines.at(-1)).to.equal("correlations of at least 0.9: intercept, acid -0.90");
    const { flat: york, residuals: f, options: own } = fitted("york");
    const known = uncertainty(york, f, { ...own, errorVariance: 1 });
    expect(
      fitReport({ flat: york, template: own.template, uncertainty: known, level: 0.99 }),
    ).to.match(/99 % interval[^]*\nerror variance 1, given\n/);
  });

  it("says that there is no variance, prints limits that are missing, and stops after 50 rows", () => {
    const many: Residuals<Float64Array> = (x, r, jacobian) => {
      jacobian?.data.fill(0);
      for (let i = 0; i < 60; i++) {
        r[i] = x[i]! * (i + 1);
        jacobian?.set(i, i, i + 1);
      }
    };
    const flat = new Float64Array(60);
    const wide = layoutOf({ w: [60] });
    const report = fitReport({
      flat,
      template: wide,
      uncertainty: uncertainty(flat, many, { rows: 60 }),
      intervals: {
        "w[1]": {
          lower: -Infinity,
          upper: 12345678912,
          reachedLower: false,
          reachedUpper: true,
          evaluations: 1,
        },
        "w[2]": {
          lower: -Infinity,
          upper: Infinity,
          reachedLower: false,
          reachedUpper: false,
          evaluations: 1,
        },
      },
    }).split("\n");
    expect(report).to.have.length(55);
    expect(report[2]).to.match(/-∞ \.\. 12345700000 +profile, no lower limit$/);
    expect(report[3]).to.match(/-∞ \.\. ∞ +profile, no lower and no upper limit$/);
    expect(report[51]).to.equal("and 10 more");
    expect(report.at(-1)).to.equal(
      "no error variance: there are as many free elements as residuals",
    );
  });

  it("prints very large and very small numbers with exponents", () => {
    const scales = [1e-12, 1e12, 1];
    const sizes: Residuals<Float64Array> = (x, r, jacobian) => {
      jacobian?.data.fill(0);
      scales.forEach((scale, j) => {
        for (let i = 0; i < 3; i++) {
          r[3 * j + i] = x[j]! / scale - 123.456 + i - 1;
          jacobian?.set(3 * j + i, j, 1 / scale);
        }
      });
    };
    const flat = Float64Array.from(scales, (scale) => 123.456 * scale);
    const u = uncertainty(flat, sizes, { rows: 9 });
    const lines = fitReport({ flat, template: named, uncertainty: u }).split("\n");
    expect(lines[1]).to.match(/^a +1.23456e-10 +5.77e-13 /);
    expect(lines[2]).to.match(/^b +1.23456e\+14 +5.77e\+11 /);
    expect(lines[3]).to.match(/^c +123.456 +0.577 /);
  });

  it("names four of the elements that are only determined together", () => {
    /** Only the differences of neighbours matter. */
    const differences: Residuals<Float64Array> = (x, r, jacobian) => {
      jacobian?.data.fill(0);
      for (let i = 0; i < 5; i++) {
        r[i] = x[i]! - x[i + 1]!;
        jacobian?.set(i, i, 1);
        jacobian?.set(i, i + 1, -1);
      }
    };
    const flat = new Float64Array(6);
    const u = uncertainty(flat, differences, { rows: 5, errorVariance: 1 });
    const report = fitReport({ flat, template: layoutOf({ w: 6 }), uncertainty: u });
    const names = "w[0], w[1], w[2], w[3]";
    const sum = names.split(", ").map((name) => `1 ${name}`);
    expect(report).to.contain(`only with ${names}: ${sum.join(" + ")} … is free\n`);
  });

  it("names as few elements as it takes, if a sum of many is all that is determined", () => {
    const sum: Residuals<Float64Array> = (x, r, jacobian) => {
      r[0] = x.reduce((all, v) => all + v, -3);
      r[1] = 0;
      jacobian?.data.fill(0);
      for (let j = 0; j < 3; j++) jacobian?.set(0, j, 1);
    };
    const flat = new Float64Array(3);
    const u = uncertainty(flat, sum, { rows: 2, errorVariance: 1 });
    const lines = fitReport({ flat, template: layoutOf({ w: 3 }), uncertainty: u }).split("\n");
    const notes = lines.slice(1, 4).map((row) => /only with (.*): .* is free$/.exec(row)?.[1]);
    // One element stands for the sum, and each of the others is free beside it.
    expect(notes.filter((others) => others?.includes(","))).to.deep.equal([]);
    expect(notes.filter((others) => others === "w[0]")).to.have.length(2);
  });

  it("prints negative estimates and the largest residual of either sign", () => {
    const flat = Float64Array.of(-20, 0);
    const data = [-20, -20, -20, -20, -20, -20, -20, -20, -20, -12];
    const level: Residuals<Float64Array> = (x, r, jacobian) => {
      data.forEach((own, i) => {
        r[i] = x[0]! - own;
        jacobian?.set(i, 0, 1);
        jacobian?.set(i, 1, i < 5 ? 1 : -1);
      });
    };
    const u = uncertainty(flat, level, { rows: 10, errorVariance: 4 });
    const lines = fitReport({ flat, template: layoutOf({ a: [], b: [] }), uncertainty: u });
    expect(lines).to.match(/^a +-20.000 +0.632 +3.2 % /m); // 2/√10
    expect(lines).to.contain("largest residual row 9: 4 standard deviations");
  });

  it("prints an estimate of 0, and an element that is held from below", () => {
    const flat = Float64Array.of(0, 0, 0);
    const bounds = { lower: Float64Array.of(-1, 0, -1) };
    const down: Residuals<Float64Array> = (_x, r, jacobian) => {
      line(Float64Array.of(0, 0), r, jacobian);
      r.set([2, -2, -2, 3]);
    };
    const u = uncertainty(flat, down, { rows: 4, template: named, bounds, errorVariance: 1 });
    expect(u.active.map(({ side }) => side)).to.deep.equal(["lower"]);
    const lines = fitReport({ flat, template: named, uncertainty: u }).split("\n");
    expect(lines[1]).to.match(/^a +0.000 +0.500 +-0.980 .. 0.980$/);
    expect(lines[2]).to.match(/^b +0 +at its lower bound, gradient 3$/);
  });

  it("lists correlations by their size, whatever their sign", () => {
    const flat = new Float64Array(3);
    const alone: Residuals<Float64Array> = (x, r, jacobian) => {
      r.set(x);
      for (let i = 0; i < 9; i++) jacobian?.set(Math.floor(i / 3), i % 3, i % 4 === 0 ? 1 : 0);
    };
    const u = uncertainty(flat, alone, { rows: 3, errorVariance: 1 });
    const covariance = ndarray(
      Float64Array.of(1, 0.95, -1.98, 0.95, 1, 1.94, -1.98, 1.94, 4),
      [3, 3],
    );
    const report = fitReport({ flat, template: named, uncertainty: { ...u, covariance } });
    expect(report.split("\n").at(-1)).to.equal(
      "correlations of at least 0.9: a, c -0.99; b, c 0.97; a, b 0.95",
    );
  });

  it("lists the ten largest correlations", () => {
    const alike: Residuals<Float64Array> = (x, r, jacobian) => {
      for (let i = 0; i < 9; i++) {
        r[i] = -1;
        for (let j = 0; j < 6; j++) {
          const own = 1 + (i === j ? 1e-3 : 0);
          r[i] = r[i]! + own * x[j]!;
          jacobian?.set(i, j, own);
        }
      }
    };
    const flat = new Float64Array(6).fill(1 / 6);
    const u = uncertainty(flat, alike, { rows: 9, errorVariance: 1 });
    const report = fitReport({
      flat,
      template: layoutOf({ w: 6 }),
      uncertainty: u,
      correlations: 0,
    });
    expect(report.split("\n").at(-1)).to.match(
      /^correlations of at least 0: (w\[.\], w\[.\] -?\d.\d\d; ){10}and 5 more$/,
    );
  });
});
