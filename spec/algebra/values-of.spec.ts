import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import ndarray from "ndarray";
import { emptyWithViews, layoutOf, valuesOf, valuesToFlat } from "ndarray-params";
import { cases } from "../support/templates.ts";

describe("valuesOf", () => {
  it("is a number for a scalar and nested arrays for every other shape", () => {
    const template = { w: [2, 3], b: 2, scale: [], deep: [{ k: [1, 1, 2] }] } as const;
    const [flat, views] = emptyWithViews(template);
    flat.data.forEach((_, i) => (flat.data[i] = i));
    const values = valuesOf(views, template);
    expect(values).to.deep.equal({
      w: [
        [0, 1, 2],
        [3, 4, 5],
      ],
      b: [6, 7],
      scale: 8,
      deep: [{ k: [[[9, 10]]] }],
    });
    expectTypeOf(values.w).toEqualTypeOf<number[][]>();
    expectTypeOf(values.b).toEqualTypeOf<number[]>();
    expectTypeOf(values.scale).toEqualTypeOf<number>();
    expectTypeOf(values.deep[0].k).toEqualTypeOf<number[][][]>();
  });

  for (const { name, template } of cases) {
    it(`is the inverse of valuesToFlat for ${name}`, () => {
      const [flat, views] = emptyWithViews(template);
      flat.data.forEach((_, i) => (flat.data[i] = i / 7));
      const values = valuesOf(views, template);
      expect([...valuesToFlat(values as never, template as never)[0].data]).to.deep.equal([
        ...flat.data,
      ]);
      expect(JSON.parse(JSON.stringify(values))).to.deep.equal(values);
    });
  }

  it("copies: the views can change afterwards", () => {
    const [, views] = emptyWithViews({ b: 2 });
    const values = valuesOf(views, { b: 2 });
    views.b.set(0, 5);
    expect(values.b).to.deep.equal([0, 0]);
  });

  it("reads views of any stride, and takes a layout", () => {
    const b = ndarray(Float32Array.of(3, 9, 1), [2], [-2], 2);
    expect(valuesOf({ b }, layoutOf({ b: 2 }))).to.deep.equal({ b: [1, 3] });
  });

  it("keeps axes of length 0", () => {
    const template = { a: [2, 0], b: [0, 2] };
    expect(valuesOf(emptyWithViews(template)[1], template)).to.deep.equal({ a: [[], []], b: [] });
  });

  it("refuses to make more empty arrays than memory may have room for", () => {
    const [, fits] = emptyWithViews({ w: [2, 3, 0], v: [0, 2 ** 30] });
    expect(valuesOf(fits, { w: [2, 3, 0], v: [0, 2 ** 30] })).to.deep.equal({
      w: [
        [[], [], []],
        [[], [], []],
      ],
      v: [],
    });
    const template = { w: [2 ** 11, 2 ** 10, 0] } as const;
    const [, views] = emptyWithViews(template);
    expect(() => valuesOf(views, template))
      .to.throw(RangeError)
      .with.property(
        "message",
        "valuesOf: w must have at most 1048576 rows if they are empty, got the shape [2048, 1024, 0]",
      );
  });

  it("refuses views of another structure or shape, with the path", () => {
    const [, views] = emptyWithViews({ w: [2, 3] });
    expect(() => valuesOf(views as never, { w: [3, 2] })).to.throw(
      RangeError,
      "valuesOf: w must have the shape [3, 2], got [2, 3]",
    );
    expect(() => valuesOf({ w: [1] } as never, { w: 1 })).to.throw(
      TypeError,
      "valuesOf: w must be an ndarray, got an Array",
    );
    expect(() => valuesOf({} as never, { w: 1 })).to.throw(TypeError, "valuesOf: w is missing");
  });
});
