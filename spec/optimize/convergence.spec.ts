/** Stops that ask whether a run has arrived. */
import { expect } from "chai";
import ndarray from "ndarray";
import {
  adam,
  converged,
  gradientDescent,
  lbfgs,
  smallGradient,
  smallStep,
  stalled,
} from "ndarray-params/optimize";
import { itRefuses } from "../support/refuses.ts";
import { quadratic, rosenbrock } from "./support/problems.ts";

const of = (...gradient: number[]): { gradient: Float64Array } => ({
  gradient: Float64Array.from(gradient),
});

describe("converged with a tolerance", () => {
  it("looks at the largest element of the gradient, and says so", () => {
    const stop = converged(0.5);
    expect(stop(of(0, -0.6))).to.equal(false);
    expect(stop.reason).to.equal(undefined);
    expect(stop(of(0.5, -0.25))).to.equal(true);
    expect(stop.reason).to.equal("the largest |gradient| is 0.5, at most 0.5");
    expect(stop(of(0, NaN))).to.equal(false);
    expect(stop.reason).to.equal(undefined);
    const every2nd = ndarray(Float64Array.of(0.1, 9, 0.2), [2], [2], 0);
    expect(stop({ gradient: every2nd })).to.equal(true);
    expect(converged(1e-8)(of(1.1e-8))).to.equal(false);
  });
});

describe("smallGradient", () => {
  it("compares with the largest gradient that it has seen", () => {
    const stop = smallGradient(0.25);
    expect([of(4, 1), of(8), of(-2.5)].map((info) => stop(info))).to.deep.equal([
      false,
      false,
      false,
    ]);
    expect(stop(of(1, -2))).to.equal(true);
    expect(stop.reason).to.equal("the largest |gradient| is 2, at most 0.25 of 8");
  });

  it("takes the root of the dtype's ε by default", () => {
    for (const [gradient, share] of [
      [new Float64Array(1), 2 ** -26],
      [new Float32Array(1), Math.sqrt(2 ** -23)],
    ] as const) {
      const stop = smallGradient();
      const says = (value: number): boolean => stop({ gradient: gradient.fill(value) });
      expect(says(1)).to.equal(false);
      expect(says(share * 1.01)).to.equal(false);
      expect(says(share * 0.99)).to.equal(true);
    }
  });

  it("stops at once if the gradient is zero", () => {
    expect(smallGradient()(of(0, 0))).to.equal(true);
  });
});

describe("stalled", () => {
  it("stops when the loss has kept within a part of itself", () => {
    const stop = stalled({ part: 0.01, window: 3 });
    const says = (losses: number[]): boolean[] => losses.map((loss) => stop({ loss }));
    expect(says([200, 199, 198.5, 197])).to.deep.equal([false, false, false, false]);
    expect(says([197, 196, 198, 197])).to.deep.equal([false, false, true, true]);
    expect(stop.reason).to.equal("loss has not changed by more than 0.01 of 197 in 4 calls");
  });

  it("looks at a number of the caller's", () => {
    const stop = stalled({ part: 0, window: 1, key: "validationLoss" });
    expect([5, 5].map((validationLoss) => stop({ validationLoss }))).to.deep.equal([false, true]);
  });
});

describe("smallStep", () => {
  it("compares the last move with the largest element", () => {
    const flat = ndarray(Float64Array.of(8, 7, 1, 7), [2], [2], 0);
    const stop = smallStep(flat, 0.25);
    expect(stop({})).to.equal(false);
    flat.set(1, 4);
    expect(stop({})).to.equal(false);
    flat.set(0, 10);
    expect(stop({})).to.equal(true);
    expect(stop.reason).to.equal("no element has moved by more than 2, at most 0.25 of 10");
  });

  it("takes the dtype's ε by default", () => {
    for (const [flat, epsilon] of [
      [Float64Array.of(1), 2 ** -52],
      [Float32Array.of(1), 2 ** -23],
    ] as const) {
      const stop = smallStep(flat);
      stop({});
      flat[0]! += 2 * epsilon;
      expect(stop({})).to.equal(false);
      flat[0]! += epsilon;
      expect(stop({})).to.equal(true);
    }
  });
});

describe("converged without a tolerance", () => {
  const units = [1e-100, 1, 1e100];
  for (const unit of units) {
    it(`finds Rosenbrock's minimum in the unit ${unit}`, () => {
      const x = Float64Array.of(-1.2, 1);
      const scaled = (own: Float64Array, g: Float64Array): number => {
        const loss = rosenbrock(own, g);
        g.forEach((v, i) => (g[i] = v * unit));
        return loss * unit;
      };
      const stop = converged();
      const loop = lbfgs(x, scaled);
      for (const info of loop) if (stop(info)) break;
      expect(x[0]).to.be.closeTo(1, 1e-6);
      expect(loop.end!.evaluations).to.be.below(100);
    });
  }

  for (const Data of [Float64Array, Float32Array]) {
    it(`stops full-batch rules on ${Data.name}`, () => {
      const objective = quadratic([1, 4], [3, -2]);
      for (const rule of [gradientDescent, adam]) {
        const x = new Data(2) as Float64Array;
        const stop = converged();
        let iterations = 0;
        for (const info of rule(x, objective, { stepRate: 0.1 })) {
          iterations = info.iteration;
          if (stop(info) || iterations === 5000) break;
        }
        expect(iterations).to.be.below(2000);
        expect(x[0]).to.be.closeTo(3, 5e-3);
        expect(stop.reason).to.match(/^(the largest|loss has not)/);
      }
    });
  }

  it("stops where the loss no longer changes, though the gradient does", () => {
    const stop = converged();
    const gradient = Float32Array.of(1);
    const says = Array.from({ length: 11 }, () => stop({ gradient, loss: 7 }));
    expect(says.lastIndexOf(false)).to.equal(9);
    expect(stop.reason).to.match(/^loss has not changed by more than 1.19\d*e-7 of 7 in 10 calls$/);
  });
});

describe("stops of convergence", () => {
  const floats = "a Float64Array, a Float32Array or an ndarray of rank 1 on one";
  itRefuses([
    [
      "a tolerance below 0",
      () => converged(-1),
      RangeError,
      "converged: tolerance must be at least 0 and finite, got -1",
    ],
    [
      "a part of 0",
      () => smallGradient(0),
      RangeError,
      "smallGradient: part must be above 0 and finite, got 0",
    ],
    [
      "info without a gradient",
      () => smallGradient()({} as never),
      TypeError,
      `smallGradient: info.gradient must be ${floats}, got undefined`,
    ],
    [
      "no loss",
      () => converged()(of(1) as never),
      TypeError,
      "converged: info.loss must be a number, got undefined",
    ],
    [
      "an unknown option",
      () => stalled({ part: 0, length: 3 } as never),
      RangeError,
      'stalled: no option "length"; its options are part, window, key',
    ],
    [
      "a window of 0",
      () => stalled({ part: 0, window: 0 }),
      RangeError,
      "stalled: window must be a whole number of at least 1, got 0",
    ],
    [
      "a flat that is none",
      () => smallStep([1] as never),
      TypeError,
      `smallStep: flat must be ${floats}, got an Array`,
    ],
    [
      "a part below 0",
      () => smallStep(new Float64Array(1), -1),
      RangeError,
      "smallStep: part must be at least 0 and finite, got -1",
    ],
  ]);
});
