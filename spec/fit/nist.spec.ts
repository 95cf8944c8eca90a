/** NIST's certified regressions, from both of their starts, with exact Jacobians. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { levenbergMarquardt, uncertainty, type Residuals } from "ndarray-params/fit";
import { nistProblems, type NistProblem } from "../support/nist.ts";

const scipy = (
  JSON.parse(readFileSync(new URL("../fixtures/fit/nist-scipy.json", import.meta.url), "utf8")) as {
    results: Record<string, { nfev: number; njev: number }>;
  }
).results;

const residualsOf =
  ({ residuals }: NistProblem): Residuals<Float64Array> =>
  (b, r, jacobian) =>
    residuals(b, r, jacobian?.data);

/** The digits that agree, at most the 11 that are certified. */
const digits = (values: Float64Array, certified: readonly number[]): number =>
  Math.min(11, ...certified.map((c, i) => -Math.log10(Math.abs(values[i]! - c) / Math.abs(c))));

describe("levenbergMarquardt on NIST's nonlinear regressions", () => {
  let calls = 0;
  let jacobians = 0;

  for (const problem of nistProblems) {
    const { name, certified, sd, rows, starts } = problem;
    const residuals = residualsOf(problem);
    for (const [k, start] of starts.entries()) {
      // Rounding of its data leaves Lanczos2 a loss of 1e-11, of which 8 digits determine b.
      const least = name === "Lanczos2" ? 8 : 9;
      it(`gives ${least} certified digits of ${name} from start ${k + 1}, and ends by itself`, () => {
        const b = Float64Array.from(start);
        const loop = levenbergMarquardt(b, residuals, { rows });
        let own = 0;
        for (const info of loop) {
          expect(info.iteration).to.be.below(2000);
          own = info.jacobians;
        }
        calls += loop.end!.evaluations - own + 1;
        jacobians += own;
        expect(digits(b, certified)).to.be.at.least(least);
        // Lanczos1 has residuals of rounding alone, and so has its certified deviation.
        if (name === "Lanczos1") return;
        const { standardErrors } = uncertainty(b, residuals, { rows });
        expect(digits(standardErrors, sd)).to.be.at.least(6);
      });
    }
  }
  it("takes no more evaluations than SciPy's lm in all", () => {
    const sum = (key: "nfev" | "njev"): number =>
      Object.values(scipy).reduce((all, result) => all + result[key], 0);
    expect(calls).to.be.at.most(sum("nfev"));
    expect(jacobians).to.be.at.most(sum("njev"));
  });
});
