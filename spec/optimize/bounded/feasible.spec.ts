import { expect } from "chai";
import {
  longestStep,
  markActive,
  projectedGradient,
  stepWithin,
} from "../../../lib/optimize/bounded/feasible.ts";
import { numbers } from "../support/dense.ts";

const of = (...values: number[]): Float64Array => Float64Array.from(values);
const bounds = { lower: of(0, 0, -Infinity, 2), upper: of(1, 8, Infinity, 2) };

describe("longestStep", () => {
  it("is the length to the first bound", () => {
    expect(longestStep(of(0.5, 4, 0, 2), of(0.25, 8, 1, 0), bounds)).to.equal(0.5);
    expect(longestStep(of(0.5, 4, 0, 2), of(-0.125, 0, 1, 0), bounds)).to.equal(4);
  });

  it("is Infinity if no element goes towards a bound", () => {
    expect(longestStep(of(0.5, 4, 0, 2), of(0, 0, -5, 0), bounds)).to.equal(Infinity);
  });
});

describe("stepWithin", () => {
  it("goes along the step, and stops each element at its bound", () => {
    const x = of(9, 9, 9, 9);
    stepWithin(x, of(0.5, 4, 0, 2), 2, of(0.25, 3, -1, 0), bounds);
    expect([...x]).to.deep.equal([1, 8, -2, 2]);
    stepWithin(x, of(0.5, 4, 0, 2), 0.5, of(-0.25, 3, -1, 0), bounds);
    expect([...x]).to.deep.equal([0.375, 5.5, -0.5, 2]);
  });

  it("never crosses a bound by rounding, and meets that of the longest step exactly", () => {
    const draw = numbers(1);
    for (const Data of [Float64Array, Float32Array]) {
      for (let round = 0; round < 2000; round++) {
        const [lower, upper] = [Data.of(draw() - 1), Data.of(draw() + 1)];
        const limits = { lower: of(lower[0]!), upper: of(upper[0]!) };
        const start = Data.of(lower[0]! + ((draw() + 1) / 2) * (upper[0]! - lower[0]!));
        const z = of(draw());
        const longest = longestStep(start, z, limits);
        const x = new Data(1);
        stepWithin(x, start, longest, z, limits);
        expect(x[0]).to.equal(z[0]! < 0 ? lower[0] : upper[0]);
        stepWithin(x, start, longest * (1 - 2 ** -53), z, limits);
        expect(x[0]! >= lower[0]! && x[0]! <= upper[0]!).to.equal(true);
      }
    }
  });
});

describe("projectedGradient", () => {
  it("is the largest |P(x - g) - x|", () => {
    // 0.5 - 3 is moved up to 0, and 4 - (-1) is within
    expect(projectedGradient(of(0.5, 4, 0, 2), of(3, -1, 0.25, 7), bounds)).to.equal(1);
    expect(projectedGradient(of(0.5, 4, 0, 2), of(-3, 0, 0.25, 7), bounds)).to.equal(0.5);
  });

  it("is 0 where the bounds hold all elements against the gradient", () => {
    expect(projectedGradient(of(0, 8, 1, 2), of(5, -6, 0, -7), bounds)).to.equal(0);
  });
});

describe("markActive", () => {
  it("marks elements on a bound, and a fixed one by its gradient", () => {
    const active = new Int8Array(4);
    markActive(active, of(0, 8, 0, 2), of(1, 1, 1, 1), bounds);
    expect([...active]).to.deep.equal([-1, 1, 0, -1]);
    markActive(active, of(1, 4, 0, 2), of(1, 1, 1, -1), bounds);
    expect([...active]).to.deep.equal([1, 0, 0, 1]);
  });
});
