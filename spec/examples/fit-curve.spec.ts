import { readFileSync } from "node:fs";
import { expect } from "chai";
import { fit, picture } from "../../examples/fit-curve.ts";
import { rates, runs } from "../../examples/support/puromycin.ts";
import { run } from "../support/run.ts";

interface Shared {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly state: readonly string[];
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  readonly sumOfSquares: number;
}

const { shared } = JSON.parse(readFileSync("spec/fixtures/fit-curve/nls.json", "utf8")) as {
  readonly shared: Shared;
};

describe("examples/fit-curve", () => {
  it("has the 23 runs that R has", () => {
    expect(runs.map(({ concentration }) => concentration)).to.deep.equal(shared.x);
    expect(runs.map(({ treated }) => (treated ? "treated" : "untreated"))).to.deep.equal(
      shared.state,
    );
    expect(rates).to.deep.equal(shared.y);
  });

  it("finds what nls finds for both treatments with one k", () => {
    const { values, standardErrors, uncertainty } = fit;
    const names = ["treated", "untreated", "k"] as const;
    names.forEach((name, i) => {
      const error = shared.standardErrors[i]!;
      expect(values[name], name).to.be.closeTo(shared.estimates[i]!, 1e-6 * error);
      expect(standardErrors[name], name).to.be.closeTo(error, 1e-5 * error);
    });
    expect(2 * uncertainty.loss).to.be.closeTo(shared.sumOfSquares, 1e-6);
    expect(uncertainty.freedom).to.equal(20);
  });

  it("prints the report, with the profile of k", () => {
    const lines = run("examples/fit-curve.ts").trimEnd().split("\n");
    expect(lines[1]).to.match(/^treated +208\.63 +5\.80 +2\.8 % +196\.52 \.\. 220\.74/);
    expect(lines[3]).to.match(/^k +0\.05797 +0\.00591 +10 % +0\.04599 \.\. 0\.07234 +profile$/);
    expect(lines.at(-2)).to.match(/^converged after \d+ iterations$/);
  });

  it("draws the data, two curves and two bands", () => {
    const svg = picture();
    expect(svg.match(/<circle /g)).to.have.lengthOf(23);
    expect(svg.match(/fill-opacity/g)).to.have.lengthOf(2);
    expect(svg).not.to.include("NaN");
  });
});
