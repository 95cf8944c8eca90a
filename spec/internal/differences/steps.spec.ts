import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import { readPoint, type AnyFlat, type Point } from "../../../lib/internal/differences/point.ts";
import {
  sidesAt,
  stepAt,
  type Sides,
  type Values,
} from "../../../lib/internal/differences/steps.ts";

/** ε^(1/3), ε^(1/4) and ε^(2/3) by Python's decimal module; 2^-13 is replaced by a longer number. */
const float64 = { step: 6.0554544523933395e-6, second: 1.2345e-4, change: 3.6668528625010315e-11 };
const float32 = { step: 0.004921566601151848, second: 0.018581361171917516 };

const pointOf = (flat: AnyFlat, typicalSize?: number): Point =>
  readPoint("call", flat, typicalSize === undefined ? {} : { typicalSize });

/** The sides of the first element by the rule. */
const stepOf = (point: Point, center: Values, evaluate: () => Values, order?: 1 | 2): Sides =>
  stepAt(point, 0, center, sidesAt(point, 0, evaluate), order);

/** The elements at which `f` was evaluated for the sides of the only element, and the step. */
function tried(
  flat: Float64Array | Float32Array,
  f: (x: number) => number = (x) => x,
  typicalSize?: number,
  order: 1 | 2 = 1,
): { places: number[]; size: number; step: number; width: number } {
  const places: number[] = [];
  const evaluate = (): number[] => {
    places.push(flat[0]!);
    return [f(flat[0]!)];
  };
  const center = [f(flat[0]!)];
  const { size, step, width } = stepOf(pointOf(flat, typicalSize), center, evaluate, order);
  return { places, size, step, width };
}

describe("the steps of differences", () => {
  it("are ε^(1/3) of the element, and ε^(1/4) for differences of differences", () => {
    expect(tried(Float64Array.of(-8))).to.deep.include({ size: 8, step: 8 * float64.step });
    expect(tried(Float64Array.of(8), undefined, undefined, 2).step).to.equal(8 * float64.second);
    expect(tried(Float32Array.of(8))).to.deep.include({ size: 8, step: 8 * float32.step });
    expect(tried(Float32Array.of(8), undefined, undefined, 2).step).to.equal(8 * float32.second);
  });

  it("are relative to a larger typical size, and to the element if that is larger", () => {
    expect(tried(Float64Array.of(2), undefined, 5).size).to.equal(5);
    expect(tried(Float64Array.of(-9), undefined, 5).size).to.equal(9);
  });

  it("go away from 0 first, and as far to the other side", () => {
    for (const x of [3, -3, 0.25, -0.25]) {
      const { places, width } = tried(Float64Array.of(x));
      expect(places.map((place) => Math.sign((place - x) * x))).to.deep.equal([1, -1]);
      expect(places[0]! - places[1]!).to.equal(width);
      expect(Math.sign(width)).to.equal(Math.sign(x));
    }
  });

  it("are exact: x lies in the middle of numbers that the flat can hold", () => {
    const float = fc.float({ noNaN: true, noDefaultInfinity: true, min: 2 ** -90, max: 2 ** 90 });
    fc.assert(
      fc.property(float, fc.boolean(), fc.boolean(), (size, isNegative, isSingle) => {
        const x = isNegative ? -size : size;
        const flat = isSingle ? Float32Array.of(x) : Float64Array.of(x * 1.1);
        const { places, width } = tried(flat, () => NaN);
        const [beyond, before] = places.slice(-2) as [number, number];
        expect(beyond - flat[0]!).to.equal(flat[0]! - before);
        expect(width).to.equal(2 * (beyond - flat[0]!));
        expect(Math.abs(width / 2 / flat[0]!)).to.be.closeTo(
          isSingle ? float32.step : float64.step,
          isSingle ? 1e-7 : 1e-15,
        );
      }),
      { seed: 1 },
    );
  });

  it("of an element that is 0 grow from 1e-3 by 8 until the function moves", () => {
    const first = tried(Float64Array.of(0));
    expect([first.size, first.places.length]).to.deep.equal([1e-3, 2]);
    // The value at 0 is 1, so a change of ε^(2/3) is enough: that of the second step but one.
    const slope = (float64.change / (float64.step * 0.064)) * 1.01;
    const { size, places } = tried(Float64Array.of(0), (x) => 1 + slope * x);
    expect([size, places.length]).to.deep.equal([0.064, 6]);
    const slow = tried(Float64Array.of(0), (x) => 1 + (slope / 1.03) * x);
    expect([slow.size, slow.places.length]).to.deep.equal([0.512, 8]);
  });

  it("grow if the function moves on neither side, and not if it moves on one", () => {
    for (const slope of [1, -1]) {
      const right = tried(Float64Array.of(0), (x) => 1 + slope * Math.max(0, x));
      const left = tried(Float64Array.of(0), (x) => 1 + slope * Math.min(0, x));
      expect([right.size, left.size]).to.deep.equal([1e-3, 1e-3]);
    }
  });

  it("grow no more once they are above 0.01", () => {
    const { step, places } = tried(Float64Array.of(0), () => 1);
    expect(step / (1e-3 * 8 ** 7 * float64.step)).to.be.closeTo(1, 1e-12);
    expect(step / 8).to.be.below(0.01);
    const exact = 0.4031747359663594; // 8⁴ times it has a step of 0.01, which is not above
    expect(tried(Float64Array.of(exact), () => 1).step).to.equal(0.08);
    expect(step).to.be.above(0.01);
    expect(places.length).to.equal(16);
    expect(tried(Float32Array.of(0), () => 1).places.length).to.equal(10);
  });

  it("grow from the size of an element below 1e-3 that may be small by chance", () => {
    const tiny = tried(Float64Array.of(1e-9), (x) => 1 + x);
    expect(tiny.size).to.be.within(1e-6, 1e-4);
    expect(tiny.step).to.be.above(float64.change);
    expect(tiny.step / 8).to.be.below(float64.change);
    // A function that moves keeps the size of the element.
    expect(tried(Float64Array.of(1e-9), (x) => Math.log(x)).size).to.equal(1e-9);
    // So does an element of 1e-3 or more if the function moves at all.
    const little = (x: number): number => 1 + 1e-4 * x;
    expect(tried(Float64Array.of(1e-3), little).places.length).to.equal(2);
    expect(tried(Float64Array.of(0.99e-3), little).places.length).to.be.above(2);
  });

  it("grow while the function does not move at all, up to 0.01 of the element", () => {
    const { step, places, size } = tried(Float64Array.of(-5), () => 1);
    expect([places.length, size]).to.deep.equal([10, 5 * 8 ** 4]);
    expect(step).to.be.within(0.05, 0.4);
    const rounded = tried(Float64Array.of(1), (x) => Math.floor(x - 1e-4));
    expect(rounded.size).to.equal(64); // 6e-6, 5e-5, and 4e-4 reaches over the edge
  });

  it("do not grow if the typical size is known", () => {
    expect(tried(Float64Array.of(1e-9), () => 1, 1e-9).places.length).to.equal(2);
    expect(tried(Float64Array.of(0), () => 1, 1e-9)).to.deep.include({ size: 1e-9 });
    expect(tried(Float64Array.of(2), () => 1, 1e-9).places.length).to.equal(2);
  });

  it("take a number without a full precision for 0", () => {
    expect(tried(Float64Array.of(1e-310)).size).to.equal(1e-3);
    expect(tried(Float32Array.of(1e-40)).size).to.equal(1e-3);
    expect(tried(Float64Array.of(2.3e-308), () => NaN).size).to.equal(2.3e-308);
    expect(tried(Float32Array.of(2 ** -126), () => NaN).size).to.equal(2 ** -126);
  });

  it("stop at a value that is not a number, which counts as moved", () => {
    expect(tried(Float64Array.of(0), () => NaN).places.length).to.equal(2);
  });

  it("measure a change of several values by the largest value", () => {
    const flat = new Float64Array(1);
    const values = (): number[] => [1e6, flat[0]!];
    expect(stepOf(pointOf(flat), values(), values).size).to.be.above(1);
    const alone = (): number[] => [0, flat[0]!];
    expect(stepOf(pointOf(flat), alone(), alone).size).to.equal(1e-3);
    const negative = (): number[] => [-1e6, flat[0]!];
    expect(stepOf(pointOf(flat), negative(), negative).size).to.be.above(1);
  });

  it("move the element of the index, whatever the stride, and give its bits back", () => {
    const data = new Float64Array(9).fill(7);
    const flat = ndarray(data, [3], [-3], 7);
    flat.set(1, -0);
    const seen: number[][] = [];
    sidesAt(pointOf(flat), 1, () => [seen.push([...data])])(1, 0.5);
    expect(seen.map((row) => row[4])).to.deep.equal([0.5, -0.5]);
    expect(seen.map((row) => row.filter((x) => x === 7).length)).to.deep.equal([8, 8]);
    expect(Object.is(data[4], -0)).to.equal(true);
    const breaks = (): never => {
      throw new Error("broken");
    };
    expect(() => sidesAt(pointOf(flat), 0, breaks)(1, 0.5)).to.throw("broken");
    expect(flat.get(0)).to.equal(7);
  });
});
