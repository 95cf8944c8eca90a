import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { stream, type FloatData } from "ndarray-params/initialize";
import { bitsOf, fixture } from "./fixture.ts";
import { schemes } from "./schemes.ts";
import { moments } from "./statistics.ts";

const arrays = { float64: Float64Array, float32: Float32Array };
const dtypes = ["float64", "float32"] as const;

/** The shape [4, 5] in several memory orders. */
const placements: readonly [string, (data: FloatData) => NdArray<FloatData>][] = [
  ["contiguous", (data) => ndarray(data, [4, 5])],
  ["transposed", (data) => ndarray(data, [5, 4]).transpose(1, 0)],
  ["with gaps", (data) => ndarray(data, [4, 5], [23, 3], 7)],
  ["upside down and mirrored", (data) => ndarray(data, [4, 5], [-5, -1], 19)],
  ["a slice of rank 4", (data) => ndarray(data, [4, 2, 5, 2]).pick(null, 1, null, 0)],
];

const valuesOf = (view: NdArray<FloatData>): number[] => {
  const [rows, columns] = view.shape as [number, number];
  return Array.from({ length: view.size }, (_, k) =>
    view.get(Math.floor(k / columns) % rows, k % columns),
  );
};

describe("each scheme", () => {
  it("has golden values, and all golden values have a scheme", () => {
    const names = schemes.map(({ name }) => name);
    expect(fixture.golden.map(({ name }) => name)).to.have.members(names);
  });

  for (const { name, run } of schemes) {
    const golden = fixture.golden.find((entry) => entry.name === name)!;

    for (const dtype of dtypes) {
      for (const [placement, place] of placements) {
        it(`gives the bits that Python computed: ${name}, ${dtype}, ${placement}`, () => {
          const data = new arrays[dtype](100).fill(9);
          const view = place(data);
          run(view, stream("golden", name));
          expect(bitsOf(valuesOf(view), dtype)).to.deep.equal(golden[dtype]);
          expect(data.filter((value) => value === 9)).to.have.length(100 - view.size);
        });
      }
    }

    it(`fills a plain Array as float64: ${name}`, () => {
      const data = Array<number>(20).fill(9);
      run(ndarray(data, [4, 5]), stream("golden", name));
      expect(bitsOf(data, "float64")).to.deep.equal(golden.float64);
    });
  }
});

describe("the moments of each scheme", () => {
  /** Shapes with the fans of both rules, worked out by hand. */
  const shapes = [
    { what: "dense", shape: [300, 200], fans: [300, 200], pytorch: [200, 300] },
    { what: "3×3 convolution", shape: [3, 3, 48, 64], fans: [432, 576], pytorch: [9216, 9216] },
    { what: "rank 3", shape: [5, 60, 120], fans: [300, 600], pytorch: [7200, 600] },
    {
      what: "a 1×1 weight in 20,000 copies",
      shape: [20000, 1, 1],
      fans: [20000, 20000],
      pytorch: [1, 20000],
    },
  ] as const;

  for (const { name, run, variance, mean = 0, bounds, rule } of schemes) {
    for (const { what, shape, fans, pytorch } of shapes) {
      if (variance === undefined) continue;
      it(`are those of its formula: ${name}, ${what}`, () => {
        const x = new Float64Array(shape.reduce<number>((size, axis) => size * axis, 1));
        run(ndarray(x, [...shape]), stream("moments", name));
        const [fanIn, fanOut] = rule === "PyTorch" ? pytorch : fans;
        const expected = variance(fanIn, fanOut);
        const seen = moments(x);
        expect(seen.mean).to.be.closeTo(mean, 5 * Math.sqrt(expected / x.length));
        // The standard error of a variance is σ²·√((kurtosis - 1)/n); the largest kurtosis here is 3.
        expect(seen.variance / expected).to.be.closeTo(1, 5 * Math.sqrt(2 / x.length));
        const [low, high] = bounds?.(fanIn, fanOut) ?? [-Infinity, Infinity];
        expect(Math.min(...x.subarray(0, 60000))).to.be.at.least(low);
        expect(Math.max(...x.subarray(0, 60000))).to.be.at.most(high);
      });
    }
  }
});

describe("a source that always returns the same number", () => {
  for (const { name, run, bounds } of schemes) {
    for (const dtype of dtypes) {
      for (const value of [0, 2 ** -53, 0.3, 0.5, 0.9985, 1 - 2 ** -32, 1 - 2 ** -53]) {
        it(`still gives finite values within the bounds: ${name}, ${dtype}, ${value}`, () => {
          const view = ndarray(new arrays[dtype](20), [4, 5]);
          run(view, () => value);
          const ends = bounds?.(name.includes("PyTorch") ? 5 : 4, name.includes("PyTorch") ? 4 : 5);
          const [low, high] = (ends ?? [-20, 20]).map((end) => new arrays[dtype]([end])[0]!);
          expect(valuesOf(view).filter((x) => !(x >= low! && x <= high!))).to.deep.equal([]);
        });
      }
    }
  }
});
