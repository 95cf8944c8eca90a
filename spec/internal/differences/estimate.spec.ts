import { expect } from "chai";
import { estimatesAt, type Estimate } from "../../../lib/internal/differences/estimate.ts";
import { readPoint } from "../../../lib/internal/differences/point.ts";

const step = 6.0554544523933395e-6; // ε^(1/3), and x is 1 in most cases
const epsilon = 2 ** -52;

/** The estimate of the derivative at x. */
function at(x: number, f: (x: number) => number, noise?: number): Estimate {
  const flat = Float64Array.of(x);
  const evaluate = (): number[] => [f(flat[0]!)];
  const heightOf = noise === undefined ? undefined : () => noise / epsilon;
  const order = noise === undefined ? 1 : 2;
  return estimatesAt(readPoint("call", flat, {}), 0, evaluate(), evaluate, heightOf, order)(0);
}

const square = step * step;

/** x² is exact to ε at all places, so that only what a test adds is noise or truncation. */
const smooth = (x: number): number => x * x;

describe("the estimate of a derivative", () => {
  it("knows the rounding of the function, 8·ε·|f| over the width of the larger step", () => {
    const { value, error } = at(1, (x) => 1e6 + x);
    expect(Math.abs(value - 1)).to.be.below(error);
    expect(error / ((8 * epsilon * 1e6) / (16 * step))).to.be.within(1, 8);
  });

  it("knows the truncation, the difference of the two", () => {
    // f = 1e6·(x - 1)³ has the slope 0, and the differences 1e6·h² and 1e6·64·h².
    const { value, error } = at(1, (x) => 1e6 * (x - 1) ** 3);
    expect(value / (1e6 * square)).to.be.closeTo(1, 1e-4);
    expect(error / (63e6 * square)).to.be.closeTo(1, 1e-4);
  });

  it("takes the larger step if the rounding of the smaller one is twice the truncation", () => {
    // The truncation is 63·c·h² and the rounding of the smaller step 4·noise/h; a noise from outside
    // brings the steps of second order.
    const [h, noise] = [1.2345e-4, 1e-3];
    for (const [factor, slope] of [
      [0.45, 64],
      [0.55, 1],
    ] as const) {
      const c = (factor * 4 * noise) / (63 * h ** 3);
      const { value, error } = at(1, (x) => c * (x - 1) ** 3, noise);
      expect(value / (c * h * h)).to.be.closeTo(slope, 1e-6);
      const rounding = (4 * noise) / h;
      const own = slope === 64 ? rounding / 8 : rounding;
      expect(error / (factor * rounding + own)).to.be.closeTo(1, 1e-6);
    }
  });

  it("sees noise on each side of each step, and at the center", () => {
    const isNear = (x: number): boolean => Math.abs(x - 1) < 2 * step;
    const bumps: readonly [name: string, isBump: (x: number) => boolean, weight: number][] = [
      ["center", (x) => x === 1, 2 - 2 / 64],
      ["near beyond", (x) => x > 1 && isNear(x), 1],
      ["near before", (x) => x < 1 && isNear(x), 1],
      ["far beyond", (x) => x > 1 && !isNear(x), 1 / 64],
      ["far before", (x) => x < 1 && !isNear(x), 1 / 64],
    ];
    for (const [name, isBump, weight] of bumps) {
      // A bump of the center moves no difference: its noise is seen alone, at the larger step.
      const { error } = at(1, (x) => smooth(x) + (isBump(x) ? 1e-9 / 3 : 0));
      const least = ((8 * weight * 1e-9) / 3 / (16 * step)) * 0.99;
      expect(error, name).to.be.above(least);
      expect(error, name).to.be.below(40 * least);
    }
    const expected = (8 * (2 - 2 / 64) * 1e-9) / 3 / (16 * step);
    for (const bump of [1e-9 / 3, -1e-9 / 3]) {
      const center = at(1, (x) => smooth(x) + (x === 1 ? bump : 0));
      expect(center.error / expected).to.be.closeTo(1, 0.01);
    }
  });

  it("sees the grain of a function that is rounded to float32", () => {
    // A line of short numbers: the even differences show no noise at all.
    const grain = 2 ** -23;
    const { value, error } = at(1, (x) => Math.fround(1 + 0.75 * (x - 1)));
    expect(Math.abs(value - 0.75)).to.be.below(error);
    expect(error).to.be.above((4 * (grain / 2)) / (16 * step));
    expect(error).to.be.below((8 * grain) / step);
  });

  it("takes half of the grain for noise", () => {
    // The values are -8, -1, 0, 1 and 8 grains, a straight line without any other noise.
    const grain = 2 ** -20;
    const { value, error } = at(1, (x) => grain * Math.round((x - 1) / step));
    expect(value / (grain / step)).to.be.closeTo(1, 1e-9);
    expect(error / ((8 * (grain / 2)) / (16 * step))).to.be.closeTo(1, 1e-9);
    const coarse = at(1, (x) => 3 * grain * Math.round((x - 1) / step) + 40 * grain);
    expect(coarse.error).to.be.closeTo(error, error * 1e-9);
  });

  it("sees no grain in a function that never moves", () => {
    expect(at(1, () => 4).value).to.equal(0);
    expect(at(1, () => 4).error).to.be.below(1e-12);
    expect(at(1, () => 0)).to.deep.equal({ value: 0, error: 0, unit: 0 });
  });

  it("takes a least noise from outside, and then larger steps", () => {
    const { error, value } = at(1, (x) => x, 1e-3);
    expect(value).to.be.closeTo(1, 1e-10);
    expect(error / (8e-3 / (16 * 1.2345e-4))).to.be.closeTo(1, 1e-6);
    expect(at(1, (x) => x, 0).error).to.be.below(1e-10);
  });

  it("measures the unit by the largest value of the center and the larger step", () => {
    const isFar = (x: number): boolean => Math.abs(x - 4) > 8 * step;
    expect(at(4, (x) => -12 + 1e-9 * (x - 4)).unit).to.be.closeTo(3, 1e-9);
    expect(at(4, (x) => (x > 4 && isFar(x) ? 20 : 1e-9 * x)).unit).to.equal(5);
    expect(at(4, (x) => (x < 4 && isFar(x) ? -20 : 1e-9 * x)).unit).to.equal(5);
    expect(at(4, (x) => (x > 4 && isFar(x) ? -20 : 1e-9 * x)).unit).to.equal(5);
    expect(at(4, (x) => (x < 4 && isFar(x) ? 20 : 1e-9 * x)).unit).to.equal(5);
    expect(at(4, (x) => (x === 4 ? -20 : 0)).unit).to.equal(5);
  });

  it("has the error Infinity if the function is not finite at the larger step", () => {
    for (const bad of [NaN, Infinity]) {
      const { value, error } = at(1, (x) => (x > 1 + 2 * step ? bad : 3 * x));
      expect(value).to.be.closeTo(3, 1e-8);
      expect(error).to.equal(Infinity);
    }
    expect(at(1, (x) => (x > 1 ? NaN : 3 * x)).value).to.be.NaN;
  });

  it("of a negative element has a positive error", () => {
    const { value, error } = at(-1, (x) => Math.exp(x));
    expect(Math.abs(value - Math.exp(-1))).to.be.below(error);
    expect(error).to.be.within(1e-12, 1e-8);
  });

  it("of a small element depends on its size alone", () => {
    const one = at(1, (x) => Math.exp(x));
    const small = at(2 ** -40, (x) => Math.exp(x * 2 ** 40));
    expect(small.value).to.equal(one.value * 2 ** 40);
    expect(small.error).to.equal(one.error * 2 ** 40);
    expect(small.unit).to.equal(one.unit * 2 ** 40);
  });

  it("estimates each of several values", () => {
    const flat = Float64Array.of(2);
    const evaluate = (): number[] => [flat[0]! ** 2, 5, 3 * flat[0]!];
    const of = estimatesAt(readPoint("call", flat, {}), 0, evaluate(), evaluate);
    expect([0, 1, 2].map((i) => Number(of(i).value.toFixed(8)))).to.deep.equal([4, 0, 3]);
  });
});
