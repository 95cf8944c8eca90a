import { readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { valuesToFlat } from "ndarray-params";
import {
  gradientDescent,
  reduceOnPlateau,
  scaled,
  warmUp,
  type PlateauRate,
} from "ndarray-params/optimize";
import { itRefuses } from "../../support/refuses.ts";
import { rosenbrock } from "../support/problems.ts";

const file = new URL("../../fixtures/torch/torch.json", import.meta.url);
const { plateaus } = JSON.parse(readFileSync(file, "utf8")) as {
  plateaus: {
    options: { [name in "min_lr" | "patience" | "factor" | "threshold" | "cooldown"]?: number };
    losses: number[];
    rates: number[];
  }[];
};

/** The rates after each loss. */
function ratesAfter(losses: readonly number[], rate: PlateauRate): number[] {
  const drawn = rate[Symbol.iterator]();
  return losses.map((loss) => {
    rate.observe(loss);
    return drawn.next().value as number;
  });
}

describe("reduceOnPlateau", () => {
  for (const { options, losses, rates } of plateaus) {
    it(`gives the rates of PyTorch for ${JSON.stringify(options)}`, () => {
      const { min_lr: minStepRate = 0, ...own } = options;
      const got = ratesAfter(losses, reduceOnPlateau(0.4, { ...own, minStepRate }));
      expect(got).to.have.length(rates.length);
      got.forEach((rate, i) => expect(rate / rates[i]!).to.be.closeTo(1, 1e-14));
    });
  }

  it("reduces after more losses without an improvement than its patience allows", () => {
    const rate = reduceOnPlateau(8, { factor: 0.5, patience: 1 });
    expect(ratesAfter([1, 1, 1, 1, 1, 0.5, 0.5], rate)).to.deep.equal([8, 8, 4, 4, 2, 2, 2]);
    expect(rate.state).to.deep.equal({
      iteration: 7,
      best: 0.5,
      waited: 1,
      cooldown: 0,
      reductions: 2,
    });
  });

  it("knows an improvement below zero from a loss that rises", () => {
    const rate = reduceOnPlateau(1, { patience: 0, factor: 0.5, threshold: 0.1 });
    // PyTorch takes -95 for an improvement on -100, since it is below -100·(1 - 0.1).
    expect(ratesAfter([-100, -95, -111], rate)).to.deep.equal([1, 0.5, 0.5]);
    expect(rate.state.best).to.equal(-111);
  });

  it("takes a NaN and an infinity for no improvement", () => {
    const rate = reduceOnPlateau(1, { patience: 1, factor: 0.5 });
    expect(ratesAfter([Infinity, NaN, 3, NaN, Infinity], rate)).to.deep.equal([
      1, 0.5, 0.5, 0.5, 0.25,
    ]);
  });

  it("is a rate of every rule, which the next iteration uses", () => {
    const flat = new Float64Array(1);
    const stepRate = reduceOnPlateau(1, { factor: 0.5, patience: 0 });
    const slope = (_: Float64Array, g: Float64Array): number => (g.fill(1), 5);
    const steps: number[] = [];
    for (const info of gradientDescent(flat, slope, { stepRate })) {
      steps.push(-flat[0]!);
      flat[0] = 0;
      stepRate.observe(info.loss);
      if (info.iteration === 4) break;
    }
    expect(steps).to.deep.equal([1, 1, 0.5, 0.25]);
  });

  it("is a factor of other schedules and of flats", () => {
    const rate = reduceOnPlateau(8, { factor: 0.5, patience: 0 });
    const found: number[][] = [];
    for (const flat of scaled(warmUp(4, rate), Float64Array.of(1, 0.5))) {
      found.push([...flat]);
      rate.observe(1);
      if (found.length === 5) break;
    }
    // 8·¼, 8·½, 4·¾, 2·1, 1: the first loss is an improvement.
    expect(found.map(([one]) => one)).to.deep.equal([2, 4, 3, 2, 1]);
    expect(found.map(([, half]) => half)).to.deep.equal([1, 2, 1.5, 1, 0.5]);
  });

  it("never rises, and never goes below its bound", () => {
    const settings = fc.record({
      factor: fc.double({ min: 0.1, max: 1, noNaN: true }),
      patience: fc.nat(3),
      threshold: fc.double({ min: 0, max: 0.5, noNaN: true }),
      cooldown: fc.nat(3),
      minStepRate: fc.double({ min: 0, max: 2, noNaN: true }),
    });
    const law = fc.property(settings, fc.array(fc.double()), (options, losses) => {
      const rates = [1, ...ratesAfter(losses, reduceOnPlateau(1, options))];
      for (let i = 1; i < rates.length; i++) {
        expect(rates[i]).to.be.at.most(rates[i - 1]!);
        expect(rates[i]).to.be.at.least(Math.min(1, options.minStepRate));
      }
    });
    fc.assert(law, { seed: 21, numRuns: 200 });
  });

  it("continues bit for bit, with the run that it is a rate of", () => {
    const options = { factor: 0.7, patience: 2, cooldown: 1 };
    const start = [-1.2, 1, 0.5];
    /** Runs to an iteration; the losses are rounded, so that they stand still now and then. */
    const go = (
      flat: Float64Array,
      rate: PlateauRate,
      last: number,
      state?: object,
    ): { readonly iteration: number } => {
      const run = { stepRate: rate, momentum: 0.5, ...(state && { state: state as never }) };
      for (const info of gradientDescent(flat, rosenbrock, run)) {
        rate.observe(Math.round(info.loss));
        if (info.iteration === last) return info.state;
      }
      return expect.fail("the run ended");
    };
    const whole = Float64Array.from(start);
    const rate = reduceOnPlateau(1e-3, options);
    go(whole, rate, 60);
    expect(rate.state.reductions).to.be.above(3);
    for (const half of [9, 20, 31]) {
      const flat = Float64Array.from(start);
      const first = reduceOnPlateau(1e-3, options);
      const state = structuredClone(go(flat, first, half));
      const [, views] = valuesToFlat(first.state as never) as unknown as [unknown, object];
      for (const saved of [structuredClone(first.state), views]) {
        const again = flat.slice();
        const continued = reduceOnPlateau(1e-3, { ...options, state: saved as never });
        go(again, continued, 60, state);
        expect([...again]).to.deep.equal([...whole]);
        expect(continued.state).to.deep.equal(rate.state);
      }
    }
  });

  const begun = { iteration: 1, best: 1, waited: 0, cooldown: 0, reductions: 0 };
  itRefuses([
    [
      "a rate below 0",
      () => reduceOnPlateau(-1),
      RangeError,
      "reduceOnPlateau: stepRate must be at least 0 and finite, got -1",
    ],
    [
      "a factor above 1",
      () => reduceOnPlateau(1, { factor: 2 }),
      RangeError,
      "reduceOnPlateau: factor must be above 0 and at most 1, got 2",
    ],
    [
      "half a loss of patience",
      () => reduceOnPlateau(1, { patience: 0.5 }),
      RangeError,
      "reduceOnPlateau: patience must be a whole number of at least 0, got 0.5",
    ],
    [
      "a threshold of 1",
      () => reduceOnPlateau(1, { threshold: 1 }),
      RangeError,
      "reduceOnPlateau: threshold must be at least 0 and below 1, got 1",
    ],
    [
      "a negative cooldown",
      () => reduceOnPlateau(1, { cooldown: -1 }),
      RangeError,
      "reduceOnPlateau: cooldown must be a whole number of at least 0, got -1",
    ],
    [
      "a bound that is not finite",
      () => reduceOnPlateau(1, { minStepRate: Infinity }),
      RangeError,
      "reduceOnPlateau: minStepRate must be at least 0 and finite, got Infinity",
    ],
    [
      "a loss that is not a number",
      () => reduceOnPlateau(1).observe("1" as never),
      TypeError,
      'reduceOnPlateau: a loss must be a number, got "1"',
    ],
    [
      "a state whose best is NaN",
      () => reduceOnPlateau(1, { state: { ...begun, best: NaN } }),
      RangeError,
      "reduceOnPlateau: state.best must be a number and not NaN, got NaN",
    ],
    [
      "a state with something else in it",
      () => reduceOnPlateau(1, { state: { ...begun, worst: 1 } }),
      RangeError,
      "reduceOnPlateau: state.worst is not part of this rule's state",
    ],
  ]);
});
