/** Public data sets with references to 20 digits: estimates, covariances, intervals, losses. */
import { expect } from "chai";
import {
  cauchy,
  huber,
  leastSquares,
  levenbergMarquardt,
  profileInterval,
  softL1,
  uncertainty,
  type ResidualLoss,
} from "ndarray-params/fit";
import { layoutOf } from "ndarray-params";
import { readCase, residualsOf, type FitCase } from "./support/fixtures.ts";

const losses: Record<string, (scale: number) => ResidualLoss> = { huber, softL1, cauchy };

function fitOf(name: string) {
  const fit: FitCase = readCase(name);
  const { parameters, data, loss = "linear", bounds } = fit;
  const template = layoutOf(Object.fromEntries(parameters.map((path) => [path, []])));
  const options = {
    rows: layoutOf({ y: data.y.length }),
    template,
    loss: losses[loss]?.(fit.lossScale!) ?? leastSquares,
    ...(bounds && {
      bounds: { lower: Float64Array.from(bounds.lower), upper: Float64Array.from(bounds.upper) },
    }),
  };
  const residuals = residualsOf(name, fit);
  const flat = Float64Array.from(fit.start);
  const loop = levenbergMarquardt(flat, residuals, options);
  let last: { weights: Float64Array; r: Float64Array; active: Int8Array } | undefined;
  for (const info of loop) last = info;
  return { fit, options, residuals, flat, end: loop.end!, last: last! };
}

function near(value: number, want: string | number, tolerance: number, what = ""): void {
  const expected = Number(want);
  expect(Math.abs(value - expected), `${what} ${value} for ${expected}`).to.be.at.most(
    tolerance * Math.abs(expected),
  );
}

const plain = ["bod", "bod-bounded", "misra1a", "puromycin", "york"];
const robust = ["stackloss-linear", "stackloss-huber", "stackloss-softL1", "stackloss-cauchy"];

describe("fits of public data", () => {
  for (const name of plain) {
    const { fit, options, residuals, flat, end } = fitOf(name);
    const { reference } = fit;
    const u = uncertainty(flat, residuals, options);

    it(`finds the estimate of ${name} to 1e-8`, () => {
      expect(end.reason).to.equal("converged");
      reference.estimate.forEach((want, i) => near(flat[i]!, want, 1e-8));
      near(2 * end.loss, reference.rss, 1e-10);
    });

    it(`finds the covariance of ${name} to 1e-6, with and without a known variance`, () => {
      expect(u.freedom).to.equal(reference.degreesOfFreedom);
      near(u.errorVariance, reference.errorVariance, 1e-8);
      reference.covariance.forEach((row, i) => {
        row.forEach((want, j) => near(u.covariance.get(i, j), want, 1e-6));
      });
      reference.correlation.forEach((row, i) => {
        row.forEach((want, j) => {
          if (want === null) expect(u.correlation.get(i, j)).to.be.NaN;
          else near(u.correlation.get(i, j), want, 1e-6);
        });
      });
      const { loss: _, ...known } = options;
      const absolute = uncertainty(flat, residuals, { ...known, errorVariance: 1 });
      reference.standardErrors.forEach((want, i) => near(u.standardErrors[i]!, want, 1e-6));
      reference.standardErrorsAbsoluteSigma.forEach((want, i) => {
        near(absolute.standardErrors[i]!, want, 1e-6);
      });
    });

    const levels: Record<string, number> = { "95": 0.95, "68": 0.6826894921370859 };
    for (const [element, intervals] of Object.entries(reference.profileIntervals ?? {})) {
      for (const [text, limits] of Object.entries(intervals)) {
        it(`finds the profile limits of ${element} in ${name} at ${text} to 1e-5`, () => {
          const { loss: _, ...rest } = options;
          const before = flat.slice();
          const found = profileInterval(flat, residuals, element, {
            ...rest,
            level: levels[text.slice(0, 2)] ?? 0.9973002039367398,
            ...(text.includes("absolute") && { errorVariance: 1 }),
          });
          const sides = [
            [found.lower, found.reachedLower],
            [found.upper, found.reachedUpper],
          ] as const;
          limits.forEach(([kind, want], i) => {
            const [limit, isReached] = sides[i]!;
            expect(isReached).to.equal(kind === "root");
            if (kind === "unreached") expect(limit).to.equal(Number(want));
            else near(limit, want, kind === "bound" ? 0 : 1e-5, `limit ${i}`);
          });
          expect(flat).to.deep.equal(before);
        });
      }
    }
  }

  for (const name of robust) {
    it(`finds the estimate, the weights and Huber's errors of ${name}`, () => {
      const { fit, options, residuals, flat, end, last } = fitOf(name);
      const { reference } = fit;
      reference.estimate.forEach((want, i) => near(flat[i]!, want, 1e-8));
      near(end.loss, reference.loss, 1e-10);
      reference.weights.forEach((want, i) => near(last.weights[i]!, want, 1e-6));
      reference.residuals.forEach((want, i) => {
        expect(last.r[i]).to.be.closeTo(Number(want), 1e-6);
      });
      const { standardErrors } = uncertainty(flat, residuals, options);
      reference.huberCovariance.standardErrors.forEach((want, i) => {
        near(standardErrors[i]!, want, 1e-6);
      });
    });
  }

  it("ends exactly at an active bound, and tells its multiplier", () => {
    const { fit, options, residuals, flat, last } = fitOf("bod-bounded");
    expect(flat[0]).to.equal(18);
    expect([...last.active]).to.deep.equal([1, 0]);
    const { active, rank, standardErrors } = uncertainty(flat, residuals, options);
    const { asymptote } = fit.reference.active!;
    expect(active.map(({ label, side, index }) => [label, side, index])).to.deep.equal([
      ["asymptote", "upper", 0],
    ]);
    near(active[0]!.gradient, asymptote!.gradientOfLoss, 1e-8);
    expect([rank, standardErrors[0]]).to.deep.equal([1, 0]);
  });

  it("says what a rank-deficient Jacobian leaves undetermined, and no more", () => {
    const { fit, options, residuals, flat } = fitOf("puromycin-rank-deficient");
    const { determined, standardErrors: errors } = fit.reference as never as {
      determined: Record<string, string>;
      standardErrors: Record<string, string>;
    };
    near(flat[0]! * flat[1]!, determined["product"]!, 1e-8);
    near(flat[2]!, determined["k"]!, 1e-8);
    const u = uncertainty(flat, residuals, options);
    expect(u.undetermined).to.deep.equal(["vm", "dose"]);
    expect([u.rank, u.freedom]).to.deep.equal([2, 10]);
    near(u.errorVariance, fit.reference.errorVariance, 1e-8);
    near(u.standardErrors[2]!, errors["k"]!, 1e-6);
    expect([...u.standardErrors.subarray(0, 2)]).to.deep.equal([Infinity, Infinity]);
    expect(u.covariance.get(0, 1)).to.be.NaN;
    expect(u.covariance.get(0, 2)).to.be.NaN;
    expect(u.correlation.get(0, 0)).to.be.NaN;
    // The null vector is (vm, -dose, 0).
    expect(u.directions).to.have.length(1);
    const [vm, dose, k] = u.directions[0]!;
    near(dose! / vm!, -flat[1]! / flat[0]!, 1e-8);
    expect([Math.abs(vm!), k]).to.deep.equal([1, 0]);
    const { lower, upper, reachedLower, reachedUpper } = profileInterval(flat, residuals, "vm", {
      rows: options.rows,
      template: options.template,
    });
    expect([lower, upper, reachedLower, reachedUpper]).to.deep.equal([
      -Infinity,
      Infinity,
      false,
      false,
    ]);
  });
});
