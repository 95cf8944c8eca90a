import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { layoutOf, shapedFromFlat } from "ndarray-params";
import { load, parse, serialize, type Loaded } from "ndarray-params/safetensors";
import { fileOf, tensor } from "../../support/files/safetensors.ts";

const file = serialize([0, 1, 2, 3, 4, 5, 6, 7], { w: [3, 2], b: 2 });

describe("load", () => {
  it("gives the flat, its views and the file's metadata", () => {
    const { flat, views, metadata } = load(
      serialize([1, 2], { a: 2 }, { metadata: { k: "v", format: "np" } }),
      { a: 2 },
    );
    expect([flat.dtype, flat.shape, flat.offset, flat.stride]).to.deep.equal([
      "float64",
      [2],
      0,
      [1], // oxfmt-ignore
    ]);
    expect(views.a.data).to.equal(flat.data);
    expect({ ...metadata }).to.deep.equal({ k: "v", format: "np" });
  });

  it("fills a given typed array or ndarray and returns it", () => {
    const array = new Float32Array(8);
    const filled = load(file, { b: 2, w: [3, 2] }, { into: array });
    expect(filled.flat.data).to.equal(array);
    expect([...array]).to.deep.equal([6, 7, 0, 1, 2, 3, 4, 5]);
    const flat = ndarray(new Float64Array(10).fill(-1), [8], [1], 1);
    expect(load(file, { w: [3, 2], b: 2 }, { into: flat }).flat).to.equal(flat);
    expect([...flat.data]).to.deep.equal([-1, 0, 1, 2, 3, 4, 5, 6, 7, -1]);
  });

  it("reports by path what it did not copy, if partial is true", () => {
    const template = { w: [2, 3], b: 2, c: { d: 1 } };
    const into = new Float64Array(9).fill(-1);
    const { copied, missing, extra, mismatched } = load(
      serialize(new Float64Array(10), { b: 2, w: [3, 2], x: [[1], [1]] }),
      template,
      { into, partial: true },
    );
    expect({ copied, missing, extra, mismatched }).to.deep.equal({
      copied: ["b"],
      missing: ["c.d"],
      extra: ["x.0", "x.1"],
      mismatched: [{ path: "w", from: [3, 2], to: [2, 3] }],
    });
    expect([...into]).to.deep.equal([-1, -1, -1, -1, -1, -1, 0, 0, -1]);
  });

  it("refuses a file that does not fit otherwise, and writes nothing", () => {
    const into = new Float64Array(9).fill(-1);
    const call = () => load(file, { w: [2, 3], b: 2, c: { d: 1 } }, { into });
    expect(call).to.throw(
      RangeError,
      "load: the file and the template differ: missing: c.d; mismatched: w needs [2, 3], the file has [3, 2]",
    );
    expect([...into]).to.deep.equal(Array(9).fill(-1));
    expect(() => load(file, { w: [3, 2] })).to.throw(RangeError, "differ: extra: b");
    const many = Array.from({ length: 7 }, () => 1);
    expect(() => load(serialize([], []), many)).to.throw(
      "differ: missing: 0, 1, 2, 3, 4 and 2 more",
    );
    const other = serialize(new Float64Array(14), Array(7).fill(2));
    expect(() => load(other, many)).to.throw(
      /mismatched: 0 needs \[1\], the file has \[2\], 1 needs .* and 2 more$/,
    );
  });

  it("counts tensors of another rank or of integers as mismatched", () => {
    const integers = fileOf(`{${tensor("a", "I32", "2", 0, 8)}}`, 8);
    expect(() => load(integers, { a: 2 })).to.throw("a needs [2], the file has I32 [2]");
    const { mismatched } = load(integers, { a: [1, 2] }, { partial: true });
    expect(mismatched).to.deep.equal([{ path: "a", from: [2], to: [1, 2], dtype: "I32" }]);
    expect(() => load(serialize([1, 2], { a: 2 }), { a: [1, 2] })).to.throw(
      "a needs [1, 2], the file has [2]",
    );
  });

  it("refuses a flat of another size or of integers", () => {
    expect(() => load(file, { w: [3, 2], b: 2 }, { into: new Float64Array(9) })).to.throw(
      RangeError,
      "load: template needs 8 elements, into has 9",
    );
    expect(() => load(file, { w: [3, 2], b: 2 }, { into: new Int8Array(8) as never })).to.throw(
      TypeError,
      "load: into must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an Int8Array",
    );
  });

  it("makes a new flat of the dtype asked for, and refuses dtype together with into", () => {
    const template = { w: [3, 2], b: 2 } as const;
    const { flat, views } = load(file, template, { dtype: "float32" });
    expectTypeOf(flat).toEqualTypeOf<NdArray<Float32Array>>();
    expectTypeOf(views.w).toEqualTypeOf<NdArray<Float32Array>>();
    expect(flat.dtype).to.equal("float32");
    expect([...flat.data]).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(load(file, template, { dtype: "float64" }).flat.dtype).to.equal("float64");
    const into = new Float32Array(8);
    // @ts-expect-error: dtype is for a new flat
    expect(() => load(file, template, { into, dtype: "float32" })).to.throw(
      RangeError,
      "load: dtype is for a new flat, and into is one that exists",
    );
    expect([...into]).to.deep.equal(Array(8).fill(0));
    expect(() => load(file, template, { dtype: "F32" as "float32" })).to.throw(
      TypeError,
      'load: dtype must be "float64" or "float32", got "F32"',
    );
    expect(() => load(file, template, { partial: "false" as never })).to.throw(
      TypeError,
      'load: partial must be true or false, got "false"',
    );
    expect(() => load(file, template, into as never)).to.throw(
      TypeError,
      "load: options must be an object, got a Float32Array",
    );
  });

  it("fills a flat that lies in the file's own memory", () => {
    for (const dtype of ["float64", "float32"] as const) {
      const bytes = serialize([1, 2, 3, 4], { a: 2, c: 2 }, { dtype });
      const { flat } = parse(bytes);
      expect(load(bytes, { c: 2, a: 2 }, { into: flat }).flat).to.equal(flat);
      expect([...flat.data]).to.deep.equal([3, 4, 1, 2]);
    }
    const bytes = serialize([1, 2, 3, 4], { a: 2, c: 2 });
    const { data } = parse(bytes).flat;
    load(bytes, { c: 2, a: 2 }, { into: ndarray(data, [4], [-1], 3) as NdArray<Float64Array> });
    expect([...data]).to.deep.equal([2, 1, 4, 3]);
  });

  describe("with rename", () => {
    const prefixed = serialize([0, 1, 2, 3, 4, 5, 6, 7], { model: { w: [3, 2], b: 2 } });
    const rename = (path: string): string => `model.${path}`;

    it("finds each leaf under the name that the function gives", () => {
      const { flat, copied, extra } = load(prefixed, { b: 2, w: [3, 2] }, { rename });
      expect([...flat.data]).to.deep.equal([6, 7, 0, 1, 2, 3, 4, 5]);
      expect({ copied, extra }).to.deep.equal({ copied: ["b", "w"], extra: [] });
    });

    it("may fill two leaves from one tensor", () => {
      const tied = serialize([1, 2], { embedding: 2 });
      const { flat } = load(tied, { in: 2, out: 2 }, { rename: () => "embedding" });
      expect([...flat.data]).to.deep.equal([1, 2, 1, 2]);
    });

    it("reports the template's paths and, as extra, the file's names", () => {
      const template = { w: [2, 3], b: 2, c: 1 };
      const options = { rename: (path: string) => (path === "b" ? "bias" : rename(path)) };
      expect(() => load(prefixed, template, options)).to.throw(
        RangeError,
        "load: the file and the template differ: missing: b (bias in the file), c (model.c in the file); extra: model.b; mismatched: w (model.w in the file) needs [2, 3], the file has [3, 2]",
      );
      const report = load(prefixed, template, { ...options, partial: true });
      expect([report.missing, report.extra, report.mismatched]).to.deep.equal([
        ["b", "c"],
        ["model.b"],
        [{ path: "w", from: [3, 2], to: [2, 3] }],
      ]);
    });

    it("refuses a value that is not a function, and a function that does not give a name", () => {
      const call = (name: unknown) => () => load(prefixed, { w: 1 }, { rename: name as never });
      expect(call("model.")).to.throw(TypeError, 'load: rename must be a function, got "model."');
      expect(call(() => undefined)).to.throw(
        TypeError,
        'load: rename("w") must be a string, got undefined',
      );
    });
  });

  it("returns the views that shapedFromFlat keeps for a layout and an array", () => {
    const layout = layoutOf({ w: [3, 2], b: 2 });
    const into = new Float64Array(8);
    load(file, layout, { into });
    expect(load(file, layout, { into }).views).to.equal(shapedFromFlat(into, layout));
  });

  it("is typed by the template and by the flat", () => {
    const doubles = load(file, { w: [3, 2], b: 2 });
    expectTypeOf(doubles.views.w).toEqualTypeOf<NdArray<Float64Array>>();
    const into: Float32Array = new Float32Array(8);
    const floats = load(file, { w: [3, 2], b: 2 }, { into });
    expectTypeOf(floats.flat).toEqualTypeOf<NdArray<Float32Array>>();
    expectTypeOf(floats).toExtend<Loaded<unknown, Float32Array>>();
    // @ts-expect-error: the template has no leaf `c`
    expect(floats.views.c).to.equal(undefined);
    expectTypeOf(parse(file, { dtype: "float32" }).flat).toEqualTypeOf<NdArray<Float32Array>>();
  });
});
