/** NIST's 54 nonlinear regressions as ½Σr²: every run ends by itself. */
import { expect } from "chai";
import { lbfgs } from "ndarray-params/optimize";
import { nistRuns } from "./support/nist-runs.ts";

const sum = (values: number[]): number => values.reduce((all, v) => all + v, 0);

/** Differences take four times as long, and a contributor does not wait for them. */
const kinds = process.env["CI"] === "true" ? (["exact", "central"] as const) : (["exact"] as const);
const least = { exact: 51, central: 48 } as const;

describe("lbfgs from NIST's 54 starts", () => {
  for (const kind of kinds) {
    const solved = least[kind];
    it(`ends by itself and finds ${solved} to six certified digits, ${kind} gradients`, () => {
      const runs = nistRuns(lbfgs, kind);
      expect(runs).to.have.length(54);
      expect(runs.filter(({ end }) => end.reason === "stopped")).to.deep.equal([]);
      expect(runs.filter(({ digits }) => digits >= 6)).to.have.length.at.least(solved);
    }).timeout(120_000);
  }

  it("ends by itself in float32, within a fifth of the evaluations to the best point", () => {
    const runs = nistRuns(lbfgs, "float32");
    expect(runs.filter(({ end }) => end.reason === "stopped")).to.deep.equal([]);
    const [all, needed] = [runs.map((r) => r.evaluations), runs.map((r) => r.bestAt)].map(sum);
    expect(all! / needed!).to.be.below(1.2);
  });
});
