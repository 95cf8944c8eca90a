/** Five public data sets, each in a few lines, with the results of R's nls and of lmfit. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { blockViews } from "ndarray-params";
import { fitCurve, type BandPoint } from "ndarray-params/fit";

type Rows = readonly (readonly number[])[];

interface Reference {
  readonly name: string;
  readonly x: number[];
  readonly y: number[];
  readonly weights: number[];
  readonly parameters: readonly string[];
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  readonly covariance: Rows;
  readonly sumOfSquares: number;
  readonly sigma: number;
  readonly freedom: number;
  readonly printed: readonly string[];
  readonly new: number[];
  readonly curve: readonly number[];
  readonly curveErrors: readonly number[];
  readonly confidence: Rows;
  readonly prediction: Rows;
}

interface Found {
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(`spec/fixtures/fit-curve/${name}.json`, "utf8"));
const nls = read("nls") as {
  readonly sets: readonly Reference[];
  readonly parabola: Pick<Reference, "x" | "y" | "new" | "confidence" | "prediction"> & Found;
};
const peers = read("peers") as {
  readonly sets: Record<string, Found & { chisqr: number; redchi: number }>;
  readonly sigma: number[];
  readonly absolute: Found;
  readonly relative: Found;
  readonly curveFit: { readonly absolute: Found; readonly relative: Found };
};
const set = (name: string): Reference => nls.sets.find((own) => own.name === name)!;

const { exp } = Math;
const micmen = ({ Vm, K }: { Vm: number; K: number }, x: number): number => (Vm * x) / (K + x);
const logistic = (p: { Asym: number; xmid: number; scal: number }, x: number): number =>
  p.Asym / (1 + exp((p.xmid - x) / p.scal));

const puromycin = fitCurve({
  template: { Vm: [], K: [] },
  model: micmen,
  x: set("Puromycin").x,
  y: set("Puromycin").y,
  start: { Vm: 200, K: 0.1 },
});
const bod = fitCurve({
  template: { Asym: [], lrc: [] },
  model: ({ Asym, lrc }, x) => Asym * (1 - exp(-exp(lrc) * x)),
  x: set("BOD").x,
  y: set("BOD").y,
  start: { Asym: 15, lrc: 0 },
});
const dnase = fitCurve({
  template: { Asym: [], xmid: [], scal: [] },
  model: logistic,
  x: set("DNase").x,
  y: set("DNase").y,
  start: { Asym: 3, xmid: 0, scal: 1 },
});
const indometh = fitCurve({
  template: { A1: [], lrc1: [], A2: [], lrc2: [] },
  model: ({ A1, lrc1, A2, lrc2 }, x) => A1 * exp(-exp(lrc1) * x) + A2 * exp(-exp(lrc2) * x),
  x: set("Indometh").x,
  y: set("Indometh").y,
  start: { A1: 2, lrc1: 1, A2: 0.5, lrc2: -1 },
});
const orange = fitCurve({
  template: { Asym: [], xmid: [], scal: [] },
  model: logistic,
  x: set("Orange").x,
  y: set("Orange").y,
  start: { Asym: 150, xmid: 700, scal: 300 },
});
const weighted = fitCurve({
  template: { Vm: [], K: [] },
  model: micmen,
  x: set("Puromycin").x,
  y: set("Puromycin").y,
  weights: set("Puromycin, weighted").weights,
  start: { Vm: 200, K: 0.1 },
});
const fits = {
  Puromycin: puromycin,
  BOD: bod,
  DNase: dnase,
  Indometh: indometh,
  Orange: orange,
  "Puromycin, weighted": weighted,
};

function expectNear(
  actual: ArrayLike<number>,
  expected: readonly number[],
  digits: number,
  size: (i: number) => number = (i) => Math.abs(expected[i]!),
): void {
  expect(actual.length).to.equal(expected.length);
  expected.forEach((own, i) => {
    expect(actual[i], `number ${i}`).to.be.closeTo(own, digits * size(i));
  });
}

const ends = (band: readonly BandPoint<number, number>[]): number[] =>
  band.flatMap(({ lower, upper }) => [lower, upper]);

for (const [name, fit] of Object.entries(fits)) {
  const reference = set(name);
  const { estimates, standardErrors } = reference;
  const found = Object.values<number>(fit.values);
  const errors = Object.values<number>(fit.standardErrors);

  describe(name, () => {
    it("ends by itself at what nls finds", () => {
      expect(fit.end.reason).to.equal("converged");
      expect(Object.keys(fit.values)).to.deep.equal(reference.parameters);
      expectNear(found, estimates, 2e-7, (i) => standardErrors[i]!);
      expectNear(errors, standardErrors, 1e-6);
      const n = errors.length;
      const size = (i: number): number =>
        standardErrors[i % n]! * standardErrors[Math.floor(i / n)]!;
      expectNear(fit.covariance.data, reference.covariance.flat(), 1e-6, size);
      expect(2 * fit.uncertainty.loss).to.be.closeTo(
        reference.sumOfSquares,
        1e-9 * reference.sumOfSquares,
      );
      expect(Math.sqrt(fit.uncertainty.errorVariance)).to.be.closeTo(
        reference.sigma,
        1e-8 * reference.sigma,
      );
      expect(fit.uncertainty.freedom).to.equal(reference.freedom);
    });

    it("shows the digits that R prints", () => {
      reference.printed.forEach((line, i) => {
        const [estimate, error] = line.split(" ").map(Number);
        expect(Number(found[i]!.toPrecision(5))).to.equal(estimate);
        expect(Number(errors[i]!.toPrecision(4))).to.equal(error);
      });
    });

    it("has the bands of the delta method", () => {
      const curve = fit.confidenceBand(reference.new);
      expectNear(
        curve.map(({ value }) => value),
        reference.curve,
        1e-7,
      );
      expectNear(
        curve.map(({ standardError }) => standardError),
        reference.curveErrors,
        1e-6,
      );
      expectNear(ends(curve), reference.confidence.flat(), 1e-6);
      if (name in peers.sets) {
        expectNear(ends(fit.predictionBand(reference.new)), reference.prediction.flat(), 1e-6);
      }
    });

    it("reports each parameter", () => {
      const text = fit.report();
      for (const own of reference.parameters) expect(text).to.match(new RegExp(`^${own} `, "m"));
      expect(text).to.match(/\nconverged after \d+ iterations$/);
    });

    const theirs = peers.sets[name];
    if (theirs === undefined) return;
    it("agrees with lmfit", () => {
      expectNear(found, theirs.estimates, 1e-5, (i) => standardErrors[i]!);
      expectNear(errors, theirs.standardErrors, 1e-5);
      expect(2 * fit.uncertainty.loss).to.be.closeTo(theirs.chisqr, 1e-9 * theirs.chisqr);
      expect(fit.uncertainty.errorVariance).to.be.closeTo(theirs.redchi, 1e-9 * theirs.redchi);
    });
  });
}

describe("the report of Puromycin", () => {
  it("is this one", () => {
    expect(
      puromycin
        .report({ correlations: 0.5 })
        .split("\n")
        .map((line) => line.trimEnd()),
    ).to.deep.equal([
      "path  estimate  std. error   rel.  95 % interval       note",
      "Vm      212.68        6.95  3.3 %  197.20 .. 228.16",
      "K      0.06412     0.00828   13 %  0.04567 .. 0.08257",
      "",
      "12 residuals, 2 free, 10 degrees of freedom; sum of squares 1195.4",
      "error variance 119.5, estimated from the residuals",
      "correlations of at least 0.5: Vm, K 0.77",
      `converged after ${puromycin.end.iteration} iterations`,
    ]);
    expect(blockViews(puromycin.covariance, { Vm: [], K: [] }).Vm.K.get()).to.be.closeTo(
      0.044,
      1e-3,
    );
  });
});

describe("standard deviations", () => {
  const { x, y } = set("Puromycin");
  const options = {
    template: { Vm: [], K: [] },
    model: micmen,
    x,
    y,
    start: { Vm: 205, K: 0.08 },
  } as const;
  const { sigma } = peers;

  it("that are known give the errors of absolute_sigma and of scale_covar=False", () => {
    const { values, standardErrors, uncertainty } = fitCurve({ ...options, sigma });
    expect([uncertainty.errorVariance, uncertainty.isEstimated]).to.deep.equal([1, false]);
    for (const theirs of [peers.absolute, peers.curveFit.absolute]) {
      expectNear([values.Vm, values.K], theirs.estimates, 1e-6);
      expectNear([standardErrors.Vm, standardErrors.K], theirs.standardErrors, 2e-6);
    }
  });

  it("of which the ratios are known give the others, as weights 1/σ²", () => {
    const weights = sigma.map((own) => 1 / (own * own));
    const { values, standardErrors, uncertainty } = fitCurve({ ...options, weights });
    expect(uncertainty.isEstimated).to.equal(true);
    for (const theirs of [peers.relative, peers.curveFit.relative]) {
      expectNear([values.Vm, values.K], theirs.estimates, 1e-6);
      expectNear([standardErrors.Vm, standardErrors.K], theirs.standardErrors, 2e-6);
    }
  });
});

describe("a parabola", () => {
  const { x, y, estimates, standardErrors, ...reference } = nls.parabola;
  const fit = fitCurve({
    template: { c: 3 },
    model: ({ c: [a, b, c] }, speed) => a! + b! * speed + c! * speed * speed,
    x,
    y,
    start: { c: [0, 0, 0] },
  });

  it("has the coefficients and the bands of lm, from a start at 0", () => {
    expectNear(fit.values.c, estimates, 1e-8, (i) => standardErrors[i]!);
    expectNear(fit.standardErrors.c, standardErrors, 1e-9);
    const options = { level: 0.9 };
    const theirs = (rows: Rows): number[] => rows.flatMap((row) => row.slice(1));
    expectNear(
      ends(fit.confidenceBand(reference.new, options)),
      theirs(reference.confidence),
      1e-8,
    );
    expectNear(
      ends(fit.predictionBand(reference.new, options)),
      theirs(reference.prediction),
      1e-8,
    );
  });
});
