import { createHash } from "node:crypto";
import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews } from "ndarray-params";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import seedrandom from "seedrandom";
import { fixture } from "./fixture.ts";
import {
  chiSquare,
  chiSquareBelow,
  kolmogorov,
  kolmogorovBelow,
  moments,
  normalBelow,
} from "./statistics.ts";

const COUNT = 1e6;

const sources = {
  "a stream": stream("a million"),
  "seedrandom's default": seedrandom("a million"),
  "seedrandom.alea, which has 32 bits": seedrandom.alea("a million"),
};

describe("randomizeNormal", () => {
  for (const [name, random] of Object.entries(sources)) {
    describe(`a million draws from ${name}`, () => {
      const x = new Float64Array(COUNT);
      const sorted = new Float64Array(COUNT);
      before(() => {
        randomizeNormal(ndarray(x), 0, 1, random);
        sorted.set(x);
        sorted.sort();
      });

      it("pass the test of Kolmogorov and Smirnov", () => {
        expect(kolmogorov(sorted, normalBelow)).to.be.below(kolmogorovBelow);
      });

      it("fall evenly between 199 quantiles", () => {
        const { quantiles } = fixture.statistics;
        const counts = Array<number>(200).fill(0);
        let cell = 0;
        for (const value of sorted) {
          while (value > quantiles[cell]!) cell++;
          counts[cell]!++;
        }
        expect(chiSquare(counts)).to.be.below(chiSquareBelow(200));
      });

      it("have the first four moments of a normal distribution", () => {
        const { mean, variance, skewness, kurtosis } = moments(x);
        expect(mean).to.be.closeTo(0, 5 / Math.sqrt(COUNT));
        expect(variance).to.be.closeTo(1, 5 * Math.sqrt(2 / COUNT));
        expect(skewness).to.be.closeTo(0, 5 * Math.sqrt(6 / COUNT));
        expect(kurtosis).to.be.closeTo(3, 5 * Math.sqrt(24 / COUNT));
      });

      it("lie beyond 4 deviations on either side as often as they should", () => {
        const expected = COUNT * normalBelow(-4);
        for (const side of [-1, 1]) {
          const beyond = x.reduce((count, value) => count + Number(side * value > 4), 0);
          expect(beyond).to.be.closeTo(expected, 5 * Math.sqrt(expected));
        }
      });

      it("are uncorrelated with their predecessors", () => {
        let sum = 0;
        for (let i = 1; i < COUNT; i++) sum += x[i]! * x[i - 1]!;
        expect(sum / COUNT).to.be.closeTo(0, 5 / Math.sqrt(COUNT));
      });
    });
  }

  it("gives the 100,000 doubles that Python computed, bit by bit", () => {
    const x = new Float64Array(1e5);
    randomizeNormal(ndarray(x), 0, 1, stream("many"));
    expect(createHash("sha256").update(x).digest("hex")).to.equal(fixture.many);
  });

  it("gives the same numbers from a stream and from a function around it", () => {
    const [direct, around] = [new Float64Array(1e4), new Float64Array(1e4)];
    const [random, same] = [stream("both"), stream("both")];
    randomizeNormal(ndarray(direct), 0, 1, random);
    randomizeNormal(ndarray(around), 0, 1, () => same());
    expect(direct).to.deep.equal(around);
    expect(random()).to.equal(same());
  });

  it("fills the flat of a template, by default from Math.random", () => {
    const [flat] = emptyWithViews([[784, 10], 10]);
    randomizeNormal(flat);
    expect(flat.data.every((value) => value !== 0 && Math.abs(value) < 14)).to.equal(true);
  });
});

describe("the distribution function of these tests", () => {
  it("agrees with SciPy", () => {
    for (const [x, probability] of fixture.statistics.distribution) {
      expect(normalBelow(x) / probability).to.be.closeTo(1, 1e-12);
    }
  });
});
