import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews, layoutOf } from "ndarray-params";
import { lbfgs, type Bounds } from "ndarray-params/optimize";
import { readBounds } from "../../../lib/optimize/run/read-bounds.ts";

const template = { w: [2, 2], s: [] } as const;
const layout = layoutOf(template);
const of = (...values: number[]): Float64Array => Float64Array.from(values);

function read(bounds: unknown, flat: Float64Array | Float32Array = new Float64Array(5)) {
  const elements = { data: flat, size: flat.length, offset: 0, stride: 1 };
  const { lower, upper } = readBounds("fit", bounds as Bounds, elements, layout);
  return [[...lower], [...upper]];
}

const none = Array<number>(5).fill(Infinity);

describe("bounds", () => {
  it("are numbers for all elements, or left out", () => {
    expect(read({ lower: -1, upper: 2 })).to.deep.equal([Array(5).fill(-1), Array(5).fill(2)]);
    expect(read({})).to.deep.equal([none.map((v) => -v), none]);
    expect(read({ lower: -Infinity, upper: undefined })[0]).to.deep.equal(none.map((v) => -v));
  });

  it("are flats of any kind and stride", () => {
    const lower = ndarray(of(-5, 9, -4, 9, -3, 9, -2, 9, -1, 9), [5], [-2], 8);
    expect(read({ lower, upper: Float32Array.of(1, 2, 3, 4, Infinity) })).to.deep.equal([
      [-1, -2, -3, -4, -5],
      [1, 2, 3, 4, Infinity],
    ]);
  });

  it("are trees of views, of numbers, or of both", () => {
    const [flat, views] = emptyWithViews(template);
    flat.data.set([-1, -2, -3, -4, -5]);
    expect(read({ lower: views })[0]).to.deep.equal([-1, -2, -3, -4, -5]);
    const lower = { w: views.w.transpose(1, 0), s: -Infinity };
    expect(read({ lower, upper: { w: 7, s: ndarray(Float32Array.of(0.5), []) } })).to.deep.equal([
      [-1, -3, -2, -4, -Infinity],
      [7, 7, 7, 7, 0.5],
    ]);
  });

  it("take an empty leaf, and a list of numbers as a tree", () => {
    const empty = { data: new Float64Array(1), size: 1, offset: 0, stride: 1 };
    const { lower } = readBounds("fit", { lower: [-2, -3] }, empty, layoutOf([[0, 3], 1]));
    expect([...lower]).to.deep.equal([-3]);
  });

  for (const [what, bounds, error, message] of [
    ["no object", 3, TypeError, "fit: bounds must be an object with lower and upper, got 3"],
    ["null", null, TypeError, "fit: bounds must be an object with lower and upper, got null"],
    [
      "a Map",
      new Map([["lower", 0]]),
      TypeError,
      "fit: bounds must be an object with lower and upper, got a Map",
    ],
    [
      "an ndarray",
      ndarray([1]),
      TypeError,
      "fit: bounds must be an object with lower and upper, got an ndarray on an Array",
    ],
    [
      "a misspelt side",
      { low: 0 },
      RangeError,
      'fit: bounds must have no entry but lower and upper, got "low"',
    ],
    [
      "a string",
      { lower: "0" },
      TypeError,
      'fit: bounds.lower must be a number, a flat or a tree of views, got "0"',
    ],
    [
      "null for a side",
      { upper: null },
      TypeError,
      "fit: bounds.upper must be a number, a flat or a tree of views, got null",
    ],
    [
      "integers",
      { upper: Int32Array.of(1, 2, 3, 4, 5) },
      TypeError,
      "fit: bounds.upper must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an Int32Array",
    ],
    [
      "a flat of another size",
      { lower: of(1, 2) },
      RangeError,
      "fit: flat has 5 elements, bounds.lower has 2",
    ],
    [
      "NaN",
      { lower: NaN },
      RangeError,
      "fit: bounds.lower must be below Infinity, got NaN at w[0,0]",
    ],
    [
      "Infinity below",
      { lower: of(0, 0, Infinity, 0, 0) },
      RangeError,
      "fit: bounds.lower must be below Infinity, got Infinity at w[1,0]",
    ],
    [
      "-Infinity above",
      { upper: { w: 1, s: -Infinity } },
      RangeError,
      "fit: bounds.upper must be above -Infinity, got -Infinity at s",
    ],
    [
      "sides that cross",
      { lower: 0, upper: of(1, 1, 1, -1, 1) },
      RangeError,
      "fit: bounds.lower must be at most bounds.upper, got 0 and -1 at w[1,1]",
    ],
    [
      "a start outside",
      { lower: of(-1, 0, 0.5, 1, 0) },
      RangeError,
      "fit: flat must lie within its bounds, from 0.5 to Infinity at w[1,0], got 0",
    ],
    ["a missing leaf", { lower: { w: 0 } }, TypeError, "fit: bounds.lower: s is missing"],
    [
      "a leaf too many",
      { lower: { w: 0, s: 0, b: 0 } },
      TypeError,
      "fit: bounds.lower: b is not in the template",
    ],
    [
      "nested arrays",
      {
        upper: {
          w: [
            [1, 2],
            [3, 4],
          ],
          s: 0,
        },
      },
      TypeError,
      "fit: bounds.upper.w must be a number or an ndarray of floats, got an Array",
    ],
    [
      "a view of integers",
      { upper: { w: ndarray(new Int32Array(4), [2, 2]), s: 0 } },
      TypeError,
      "fit: bounds.upper.w must be a number or an ndarray of floats, got an ndarray on an Int32Array",
    ],
    [
      "a view of another shape",
      { upper: { w: ndarray(new Float64Array(4), [4]), s: 0 } },
      RangeError,
      "fit: bounds.upper.w must have the shape [2, 2], got [4]",
    ],
    [
      "a view that reaches outside its array",
      { upper: { w: ndarray(new Float64Array(4), [2, 2], [2, 2]), s: 0 } },
      RangeError,
      "fit: bounds.upper.w must lie within its array of 4 elements, got elements 0 to 4",
    ],
  ] as const) {
    it(`are refused as ${what}`, () => {
      expect(() => read(bounds))
        .to.throw(error)
        .with.property("message", message);
    });
  }

  it("name elements by their index without a template, and take no tree", () => {
    const at = (bounds: Bounds) => () => lbfgs(of(0, 0), () => 0, { bounds });
    expect(at({ upper: of(1, -1) })).to.throw(
      RangeError,
      "lbfgs: flat must lie within its bounds, from -Infinity to -1 at element 1, got 0",
    );
    expect(at({ lower: { w: 0 } })).to.throw(
      TypeError,
      "lbfgs: bounds.lower must be a number or a flat if there is no template, got an Object",
    );
  });
});

describe("bounds of a float32 flat", () => {
  const zeros = new Float32Array(5);
  const tiny = 2 ** -149;

  it("are rounded inward", () => {
    const [lower, upper] = read({ lower: -0.1, upper: 0.1 }, zeros);
    const near = Math.fround(0.1); // above 0.1
    const below = near - 2 ** -27; // the float32 before it
    expect(near).to.be.above(0.1);
    expect(below).to.be.below(0.1);
    expect(lower![0]).to.equal(-below);
    expect(upper![0]).to.equal(below);
  });

  it("are rounded away from zero too", () => {
    const near = 11744051 / 2 ** 24; // the float32 numbers around 0.7
    const next = 11744052 / 2 ** 24;
    expect(near).to.be.below(0.7);
    expect(next).to.be.above(0.7);
    expect(
      read(
        { lower: 0.7 },
        zeros.map(() => 1),
      )[0]![0],
    ).to.equal(next);
    expect(
      read(
        { upper: -0.7 },
        zeros.map(() => -1),
      )[1]![0],
    ).to.equal(-next);
  });

  it("are kept if they are float32 numbers, infinite ones too", () => {
    expect(read({ lower: -0.5, upper: Infinity }, zeros)).to.deep.equal([
      Array(5).fill(-0.5),
      none,
    ]);
  });

  it("are rounded around zero and at the largest number", () => {
    const most = 2 ** 128 - 2 ** 104;
    const lower = of(-1e-50, -1e300, -tiny / 3, -1, -1);
    const [low, high] = read({ lower, upper: of(1e-50, 1e300, 1, tiny / 3, 1) }, zeros);
    expect(low).to.deep.equal([-0, -most, -0, -1, -1]);
    expect(high).to.deep.equal([0, most, 1, 0, 1]);
    const ones = new Float32Array(5).fill(1);
    expect(read({ lower: 1e-50 }, ones)[0]![0]).to.equal(tiny);
    expect(
      read(
        { upper: -1e-50 },
        ones.map(() => -1),
      )[1]![0],
    ).to.equal(-tiny);
  });

  it("fix an element at the nearest number if they are equal", () => {
    const near = Math.fround(0.1);
    expect(
      read(
        { lower: 0.1, upper: 0.1 },
        zeros.map(() => 0.1),
      ),
    ).to.deep.equal([Array(5).fill(near), Array(5).fill(near)]);
  });

  for (const [lower, upper] of [
    [0.1, 0.1 + 1e-12],
    [1e300, Infinity],
    [-Infinity, -1e300],
  ] as const) {
    it(`are refused if no float32 is from ${lower} to ${upper}`, () => {
      expect(() => read({ lower, upper }, zeros)).to.throw(
        RangeError,
        `fit: bounds must have a float32 between them, got ${lower} and ${upper} at w[0,0]`,
      );
    });
  }
});
