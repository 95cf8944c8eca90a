/** `fitCurve` does with its arguments the same as the rule and `uncertainty` by hand. */
import { expect } from "chai";
import ndarray from "ndarray";
import { constrain, positive, simplex } from "ndarray-params/constrain";
import {
  cauchy,
  fitCurve,
  huber,
  levenbergMarquardt,
  profileInterval,
  standardErrorOf,
  uncertainty,
  type Residuals,
} from "ndarray-params/fit";

const x = [0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.1, 1.1];
const y = [76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200];
const template = { vm: [], k: [] } as const;
const model = ({ vm, k }: { vm: number; k: number }, at: number): number => (vm * at) / (k + at);
const gradient = ({ vm, k }: { vm: number; k: number }, at: number) => ({
  vm: at / (k + at),
  k: (-vm * at) / (k + at) / (k + at),
});
const puromycin = { template, model, x, y, start: { vm: 205, k: 0.08 } } as const;

/** The same residuals by hand. */
const residuals: Residuals<Float64Array> = ([vm, k], r, jacobian) => {
  for (let i = 0; i < r.length; i++) {
    r[i] = (model({ vm: vm!, k: k! }, x[i]!) - y[i]!) / 10;
    const slopes = gradient({ vm: vm!, k: k! }, x[i]!);
    jacobian?.set(i, 0, slopes.vm / 10);
    jacobian?.set(i, 1, slopes.k / 10);
  }
};

describe("fitCurve with a gradient", () => {
  const fit = fitCurve({ ...puromycin, gradient, sigma: 10 });
  const flat = Float64Array.of(205, 0.08);
  const options = { rows: 12, template };
  const loop = levenbergMarquardt(flat, residuals, options);
  for (const info of loop) void info;
  const known = { ...options, errorVariance: 1 };
  const u = uncertainty(flat, residuals, known);

  it("is the rule and uncertainty, to the bit", () => {
    expect(fit.values).to.deep.equal({ vm: flat[0], k: flat[1] });
    expect(fit.end).to.deep.equal(loop.end);
    const [vm, k] = u.standardErrors;
    expect(fit.standardErrors).to.deep.equal({ vm, k });
    expect(fit.covariance.data).to.deep.equal(u.covariance.data);
    expect(fit.uncertainty.largest).to.deep.equal({ ...u.largest, label: "y[0]" });
    expect([...fit.influence]).to.deep.equal(Array(12).fill(1));
  });

  it("has the profile of profileInterval", () => {
    expect(fit.profileInterval("k")).to.deep.equal(profileInterval(flat, residuals, "k", known));
    const level = 0.68;
    const theirs = profileInterval(flat, residuals, "vm", { ...known, level });
    expect(fit.profileInterval("vm", { level })).to.deep.equal(theirs);
  });

  it("has bands by standardErrorOf and the normal distribution", () => {
    const [point] = fit.confidenceBand([0.3]);
    const slopes = gradient(fit.values, 0.3);
    const error = standardErrorOf(Float64Array.of(slopes.vm, slopes.k), u.covariance);
    expect(point).to.include({ x: 0.3, value: model(fit.values, 0.3), standardError: error });
    expect(point!.upper - point!.value).to.be.closeTo(1.959963984540054 * error, 1e-12);
    const [next] = fit.predictionBand([0.3]);
    const reach = 1.959963984540054 * Math.hypot(error, 10);
    expect(next!.value - next!.lower).to.be.closeTo(reach, 1e-11);
    const [other] = fit.predictionBand([0.3], { sigma: [1], level: 0.5 });
    expect(other!.upper - other!.value).to.be.closeTo(
      0.6744897501960817 * Math.hypot(error, 1),
      1e-12,
    );
  });

  it("has the bands of the curve, also if the data do not tell its parameters apart", () => {
    const line = fitCurve({
      template: { a: [], b: [], c: [], far: [] },
      model: ({ a, b, c, far }, at: number) => a + c + b * at + far * Math.max(0, at - 20),
      x: [0, 1, 2, 3],
      y: [1, 3, 5, 8],
      sigma: 2,
      start: { a: 1, b: 1, c: 0, far: 1 },
    });
    expect(line.standardErrors.a).to.equal(Infinity);
    const [inside, beyond] = line.confidenceBand([10, 30]);
    expect(inside!.standardError).to.be.closeTo(2 * Math.sqrt(1 / 4 + 8.5 ** 2 / 5), 1e-8);
    expect(beyond).to.include({ standardError: Infinity, lower: -Infinity, upper: Infinity });
  });

  it("names itself where a constraint refuses the start, and where a loss overflows", () => {
    const constraints = constrain(puromycin.template, { k: positive });
    const start = { vm: 200, k: -1 };
    expect(() => fitCurve({ ...puromycin, start, constraints })).to.throw(
      RangeError,
      /^fitCurve: start: constrain: inverse: k must be above 0, got -1 at k$/,
    );
    const huge = y.map((own) => own * 1e200);
    expect(() => fitCurve({ ...puromycin, y: huge })).to.throw(
      RangeError,
      /^fitCurve: in iteration 1 the loss is Infinity$/,
    );
  });

  it("has the errors of constrained values that the data determine, beside others", () => {
    const mixed = { p: 3, b: [] } as const;
    const line = fitCurve({
      template: mixed,
      model: ({ p, b }, at: number) => p[0]! * at + b,
      x: [0, 1, 2, 3],
      y: [1, 1.2, 1.6, 1.7],
      sigma: 0.1,
      start: { p: [0.2, 0.3, 0.5], b: 1 },
      constraints: constrain(mixed, { p: simplex }),
    });
    // The variance of the slope is σ²/Σ(x - 1.5)² = σ²/5.
    const [slope, ...others] = line.standardErrors.p;
    expect(slope).to.be.closeTo(0.1 / Math.sqrt(5), 1e-7);
    expect(others).to.deep.equal([Infinity, Infinity]);
    expect(line.standardErrors.b).to.be.closeTo(0.1 * Math.sqrt(1 / 4 + 1.5 ** 2 / 5), 1e-7);
    expect(line.covariance.get(0, 3)).to.be.closeTo((-0.01 * 1.5) / 5, 1e-8);
    expect([line.covariance.get(0, 1), line.covariance.get(1, 2)]).to.deep.equal([NaN, NaN]);
    expect(line.report()).to.match(/p\[0\] .* 0\.0447 [\s\S]*p\[1\] .* undetermined/);
  });

  it("has no errors of constrained values if there are no residuals to estimate them from", () => {
    const mixed = { p: 3 } as const;
    const point = fitCurve({
      template: mixed,
      model: ({ p }, at: number) => p[0]! * at,
      x: [1],
      y: [0.5],
      start: { p: [0.2, 0.3, 0.5] },
      constraints: constrain(mixed, { p: simplex }),
    });
    expect(point.standardErrors.p).to.deep.equal([NaN, NaN, NaN]);
  });

  it("finds with differences what it finds with derivatives", () => {
    const numeric = fitCurve({ ...puromycin, sigma: 10 });
    expect(numeric.values.k).to.be.closeTo(fit.values.k, 1e-10);
    expect(numeric.standardErrors.k).to.be.closeTo(fit.standardErrors.k, 1e-10);
    expect([...numeric.r].every((own, i) => Math.abs(own - fit.r[i]!) < 1e-8)).to.equal(true);
  });

  it("ends where it is told to, and says so", () => {
    const early = fitCurve({ ...puromycin, maxIterations: 1, radius: 0.01 });
    expect(early.end).to.include({ reason: "stopped", iteration: 1 });
    expect(early.report()).to.match(/\nstopped after 1 iteration, before it converged$/);
  });

  it("takes ndarrays and typed arrays", () => {
    const views = {
      x: ndarray(x),
      y: ndarray(Float64Array.from(y)),
      sigma: Float32Array.from(y, () => 10),
    };
    expect(fitCurve({ ...puromycin, gradient, ...views }).values).to.deep.equal(fit.values);
  });
});

describe("fitCurve", () => {
  it("keeps what is fixed, and counts it as known", () => {
    const fit = fitCurve({ ...puromycin, fixed: ["k"] });
    // A line through the origin in u = x/(0.08 + x), by hand.
    const u = x.map((at) => at / (0.08 + at));
    const uu = u.reduce((sum, own) => sum + own * own, 0);
    const vm = u.reduce((sum, own, i) => sum + own * y[i]!, 0) / uu;
    const squares = u.reduce((sum, own, i) => sum + (vm * own - y[i]!) ** 2, 0);
    expect(fit.values.k).to.equal(0.08);
    expect(fit.values.vm).to.be.closeTo(vm, 1e-9);
    expect(fit.standardErrors.k).to.equal(0);
    expect(fit.standardErrors.vm).to.be.closeTo(Math.sqrt(squares / 11 / uu), 1e-9);
    expect(fit.report()).to.match(/^k +0.08 +fixed$/m);
    const none = fitCurve({ ...puromycin, fixed: ["k", "vm"] });
    expect(none.values).to.deep.equal(puromycin.start);
    expect(none.uncertainty.freedom).to.equal(12);
  });

  it("reaches a bound exactly, never calls the model beyond it, and says so", () => {
    let highest = 0;
    const fit = fitCurve({
      ...puromycin,
      model: (parameters, at) => {
        highest = Math.max(highest, parameters.vm);
        return model(parameters, at);
      },
      start: { vm: 190, k: 0.08 },
      bounds: { vm: { lower: 0, upper: 200 }, k: { lower: 0 } },
    });
    expect([fit.values.vm, highest, fit.standardErrors.vm]).to.deep.equal([200, 200, 0]);
    expect(fit.report()).to.match(/^vm +200 .*at its upper bound, gradient -/m);
  });

  it("has an error of Infinity where the points determine nothing, wherever it starts", () => {
    for (const [vm, dose] of [
      [100, 2],
      [90, 2],
      [100, 3],
      [70, 2.5],
      [300, 0.5],
      [33, 2],
    ] as const) {
      const fit = fitCurve({
        template: { vm: [], dose: [], k: [] },
        model: ({ vm: v, dose: d, k }, at) => (v * d * at) / (k + at),
        x,
        y,
        start: { vm, dose, k: 0.08 },
      });
      expect(fit.uncertainty.undetermined).to.deep.equal(["vm", "dose"]);
      expect(fit.standardErrors.vm).to.equal(Infinity);
      expect(fit.standardErrors.k).to.be.closeTo(0.00828, 1e-5);
    }
  });

  it("lets an outlier count less with a robust loss", () => {
    const slip = y.with(4, 1230);
    const plain = fitCurve({ ...puromycin, y: slip });
    const first = fitCurve({ ...puromycin, y: slip, loss: huber(15) });
    const robust = fitCurve({ ...puromycin, y: slip, loss: cauchy(15), start: first.values });
    expect(plain.values.vm).to.be.above(270);
    expect(Math.abs(robust.values.vm - 212.7)).to.be.below(10);
    expect([...robust.influence].findIndex((own) => own < 0.05)).to.equal(4);
    expect(robust.uncertainty.lossName).to.equal("cauchy");
    expect(fitCurve({ ...puromycin, loss: huber(15), sigma: 2 }).uncertainty.isEstimated).to.equal(
      true,
    );
  });

  it("fits several outputs with leaves of any shape", () => {
    const times = [0, 1, 2, 3].map((t) => ({ t }));
    const lines = { template: { at: [2], slope: [] }, start: { at: [0, 0], slope: 1 } } as const;
    const start = { at: [0, 0], slope: 1 };
    const rows = [
      [1, 5],
      [3, 7.5],
      [5.5, 9],
      [7, 11],
    ];
    const fit = fitCurve({
      ...lines,
      model: ({ at, slope }, { t }) => at.map((own) => own + slope * t),
      gradient: (_, { t }) => [
        { at: [1, 0], slope: t },
        { at: [0, 1], slope: t },
      ],
      x: times,
      y: rows,
      start,
      sigma: 0.5,
      bounds: { at: { lower: [-9, -9] } },
    });
    // Two lines of one slope through (1.5, 4.125) and (1.5, 8.125), by hand.
    expect(fit.values.slope).to.be.closeTo(20 / 10, 0.05);
    const slope =
      rows.flat().reduce((sum, own, i) => sum + (Math.floor(i / 2) - 1.5) * own, 0) / 10;
    expect(fit.values.slope).to.be.closeTo(slope, 1e-12);
    expect(fit.values.at[0]).to.be.closeTo(4.125 - 1.5 * slope, 1e-12);
    expect(fit.values.at[1]).to.be.closeTo(8.125 - 1.5 * slope, 1e-12);
    expect(fit.standardErrors.slope).to.be.closeTo(0.5 / Math.sqrt(10), 1e-12);
    const [point] = fit.predictionBand([{ t: 1.5 }], { level: 0.9 });
    const reach = 1.6448536269514722 * Math.sqrt(0.25 + 0.25 / 4);
    expect(point!.value[1]).to.be.closeTo(8.125, 1e-12);
    expect(point!.upper[1]! - point!.value[1]!).to.be.closeTo(reach, 1e-12);
    expect(fit.uncertainty.largest.label).to.match(/^y\[\d,\d\]$/);
    const each = fit.predictionBand([{ t: 1.5 }], { sigma: [[1, 2]] });
    expect(each[0]!.upper[1]! - each[0]!.upper[0]!).to.be.above(4);
    const numeric = fitCurve({
      ...lines,
      model: ({ at, slope: own }, t) => at.map((one) => one + own * t),
      x: [0, 1, 2, 3],
      y: rows,
      start,
    });
    expect(numeric.values.slope).to.be.closeTo(slope, 1e-9);
  });
});

describe("fitCurve with constraints", () => {
  const constraints = constrain(template, { k: positive });

  for (const [name, more] of Object.entries({ numeric: {}, exact: { gradient } })) {
    it(`finds the same values and errors, ${name}`, () => {
      const plain = fitCurve(puromycin);
      const fit = fitCurve({ ...puromycin, ...more, constraints, bounds: { vm: { upper: 500 } } });
      expect(fit.values.vm).to.be.closeTo(plain.values.vm, 1e-7);
      expect(fit.values.k).to.be.closeTo(plain.values.k, 1e-10);
      expect(fit.standardErrors.k).to.be.closeTo(plain.standardErrors.k, 1e-9);
      expect(fit.covariance.get(0, 1)).to.be.closeTo(plain.covariance.get(0, 1), 1e-7);
      const [own] = fit.confidenceBand([0.3]);
      const [theirs] = plain.confidenceBand([0.3]);
      expect(own!.upper).to.be.closeTo(theirs!.upper, 1e-6);
      expect(fit.profileInterval("vm").reachedUpper).to.equal(true);
      expect(fit.report()).to.match(/^k +0.06412 /m);
    });
  }

  it("keeps shares on their simplex, also in the covariance, and what is fixed beside them", () => {
    const mixture = { p: [3], rate: [3] } as const;
    const rate = [0.5, 2, 9];
    const times = Array.from({ length: 20 }, (_, i) => i / 5);
    const at = (p: readonly number[], t: number): number =>
      p.reduce((sum, own, i) => sum + own * Math.exp(-rate[i]! * t), 0);
    const sums: number[] = [];
    const fit = fitCurve({
      template: mixture,
      model: ({ p }, t) => {
        sums.push(p.reduce((a, b) => a + b));
        return at(p, t);
      },
      x: times,
      y: times.map((t, i) => at([0.2, 0.5, 0.3], t) + (i % 2 === 0 ? 0.001 : -0.001)),
      start: { p: [1 / 3, 1 / 3, 1 / 3], rate },
      fixed: ["rate"],
      constraints: constrain(mixture, { p: simplex }),
    });
    expect(Math.max(...sums.map((sum) => Math.abs(sum - 1)))).to.be.below(1e-12);
    fit.values.p.forEach((own, i) => expect(own).to.be.closeTo([0.2, 0.5, 0.3][i]!, 0.01));
    for (let i = 0; i < 3; i++) {
      const row = [0, 1, 2].map((j) => fit.covariance.get(i, j));
      expect(Math.abs(row[0]! + row[1]! + row[2]!)).to.be.below(1e-12);
    }
    expect(fit.standardErrors.rate).to.deep.equal([0, 0, 0]);
    expect(fit.uncertainty.freedom).to.equal(18);
  });

  it("says which values the data determine, in both triangles of the covariance", () => {
    const shares = { p: [3] } as const;
    const fit = fitCurve({
      template: shares,
      model: ({ p }, t) => p[0]! * t,
      x: [1, 2, 3],
      y: [0.3, 0.5, 0.8],
      start: { p: [0.4, 0.4, 0.2] },
      constraints: constrain(shares, { p: simplex }),
    });
    const slope = (0.3 + 2 * 0.5 + 3 * 0.8) / 14; // Σxy/Σx²
    expect(fit.values.p[0]).to.be.closeTo(slope, 1e-9);
    const squares = [0.3, 0.5, 0.8].reduce((sum, own, i) => sum + (own - slope * (i + 1)) ** 2, 0);
    expect(fit.standardErrors.p[0]).to.be.closeTo(Math.sqrt(squares / 2 / 14), 1e-7);
    expect(fit.standardErrors.p.slice(1)).to.deep.equal([Infinity, Infinity]);
    for (const [i, j] of [
      [0, 1],
      [1, 0],
      [2, 0],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(fit.covariance.get(i, j)).to.deep.equal(NaN);
    }
  });
});

describe("the start of fitCurve", () => {
  it("may lie on a bound, but not above one", () => {
    const bounds = { vm: { upper: 205 } };
    expect(fitCurve({ ...puromycin, bounds }).values.vm).to.equal(205);
    const start = { vm: 205.5, k: 0.08 };
    expect(() => fitCurve({ ...puromycin, start, bounds }))
      .to.throw(RangeError)
      .with.property(
        "message",
        "fitCurve: start must lie within its bounds, from -Infinity to 205 at vm, got 205.5",
      );
  });
});

describe("fitCurve from a start where the model hardly changes", () => {
  const times = Array.from({ length: 20 }, (_, i) => i);
  // Derivatives are about 1e-190 at 40, and 0 at 1000: a step has no number there.
  for (const mu of [25, 40, 1000]) {
    it(`ends after few calls, at a point that is finite: a peak at 10 from ${mu}`, () => {
      let calls = 0;
      const fit = fitCurve({
        template: { a: [], mu: [], s: [] },
        model: (p, t) => {
          if (++calls > 1e5) throw new Error("it does not end");
          return p.a * Math.exp(-(((t - p.mu) / p.s) ** 2));
        },
        x: times,
        y: times.map((t) => Math.exp(-((t - 10) ** 2) / 4)),
        start: { a: 1, mu, s: 1 },
      });
      expect(fit.end.reason).to.equal("no lower point");
      expect(Object.values(fit.values).every(Number.isFinite)).to.equal(true);
      if (mu > 30) expect(fit.values).to.deep.equal({ a: 1, mu, s: 1 });
    });
  }
});
