import { expect } from "chai";
import ndarray from "ndarray";
import { readPoint } from "../../../lib/internal/differences/point.ts";
import { slopesWithin } from "../../../lib/internal/differences/within-bounds.ts";

interface Found {
  readonly slope: number;
  readonly places: readonly number[];
}

/** The slope of f at x between two bounds, and where f was evaluated for it. */
function at(x: number, lower: number, upper: number, f: (x: number) => number): Found {
  const flat = Float64Array.of(x);
  const places: number[] = [];
  const evaluate = (): number[] => {
    places.push(flat[0]!);
    return [f(flat[0]!)];
  };
  const slope = slopesWithin(readPoint("call", flat, {}), 0, lower, upper, [f(x)], evaluate)(0);
  expect(Object.is(flat[0], x)).to.equal(true);
  return { slope, places };
}

const step = 6.0554544523933395e-6;

describe("a difference within bounds", () => {
  it("is central if there is room for two steps on both sides", () => {
    for (const [lower, upper] of [
      [-Infinity, Infinity],
      [1 - 2.001 * step, 1 + 2.001 * step],
    ] as const) {
      const { slope, places } = at(1, lower, upper, Math.exp);
      expect(slope).to.be.closeTo(Math.E, 1e-9);
      expect(places.length).to.equal(2);
      expect(places[0]! + places[1]!).to.equal(2);
      expect(places[0]! - 1).to.be.closeTo(step, 1e-15);
    }
  });

  it("is central if the room is two steps exactly, and goes up if it is less on both sides", () => {
    const small = 1e-3 * step; // an element of 0 counts as 1e-3
    const rises = (x: number): number => Math.exp(1000 * x);
    expect(at(0, -2 * small, 2 * small, rises).places).to.deep.equal([small, -small]);
    expect(at(0, -small, small, rises).places).to.deep.equal([small / 2, small]);
  });

  it("is of second order on the inner side of a bound, or near one", () => {
    for (const gap of [0, 0.5 * step, 1.999 * step]) {
      for (const side of [1, -1]) {
        const bound = 1 - side * gap;
        const [lower, upper] = side > 0 ? [bound, 9] : [-9, bound];
        const { slope, places } = at(1, lower, upper, Math.exp);
        expect(slope).to.be.closeTo(Math.E, 3e-9);
        expect(places.map((place) => Math.round(((place - 1) * side) / step))).to.deep.equal([
          1, 2,
        ]);
      }
    }
  });

  it("is exact for a parabola, however narrow the room is", () => {
    for (const [lower, upper] of [
      [1, 1 + step],
      [1 - step, 1],
      [1 - 1e-7, 1 + 3e-8],
    ] as const) {
      const { slope, places } = at(1, lower, upper, (x) => 5 + (x - 1) + 1000 * (x - 1) ** 2);
      expect(slope).to.be.closeTo(1, 1e-7);
      for (const place of places) expect(place).to.be.within(lower, upper);
    }
  });

  it("reaches a bound, and does not cross it by rounding", () => {
    for (let k = 1; k < 200; k++) {
      const x = k / 7;
      const upper = x * (1 + 1e-6 / k);
      for (const place of at(x, x, upper, Math.exp).places) expect(place).to.be.within(x, upper);
      const lower = x * (1 - 1e-6 / k);
      for (const place of at(x, lower, x, Math.exp).places) expect(place).to.be.within(lower, x);
    }
  });

  it("of a fixed element is 0, without an evaluation", () => {
    expect(at(2, 2, 2, Math.exp)).to.deep.equal({ slope: 0, places: [] });
  });

  it("grows at a bound of 0 until the function moves, but not beyond the room", () => {
    const { slope, places } = at(0, 0, Infinity, (x) => 1000 + x);
    expect(slope).to.be.closeTo(1, 1e-4);
    expect(places.length).to.be.above(2);
    for (const place of places) expect(place).to.be.at.least(0);
    const narrow = at(0, 0, 1e-8, (x) => 1000 + x);
    expect(narrow.places).to.deep.equal([0.5e-8, 1e-8]);
  });

  it("goes down at an upper bound of 0", () => {
    const { slope, places } = at(0, -1, 0, (x) => Math.exp(3 * x));
    expect(slope).to.be.closeTo(3, 1e-7);
    for (const place of places) expect(place).to.be.below(0);
  });

  it("moves only its own element of a strided flat, and gives it back after an exception", () => {
    const flat = ndarray(Float64Array.of(9, 2, 9, 1, 9), [2], [-2], 3);
    const seen: number[][] = [];
    const evaluate = (): number[] => [seen.push([...flat.data])];
    slopesWithin(readPoint("call", flat, {}), 1, 2, Infinity, [0], evaluate);
    expect(seen.map((row) => row.toSpliced(1, 1))).to.deep.equal([
      [9, 9, 1, 9],
      [9, 9, 1, 9],
    ]);
    expect(seen.map((row) => Math.round((row[1]! - 2) / (2 * step)))).to.deep.equal([1, 2]);
    const breaks = (): never => {
      throw new Error("broken");
    };
    const find = (): unknown =>
      slopesWithin(readPoint("call", flat, {}), 1, 2, Infinity, [0], breaks);
    expect(find).to.throw("broken");
    expect([...flat.data]).to.deep.equal([9, 2, 9, 1, 9]);
  });
});
