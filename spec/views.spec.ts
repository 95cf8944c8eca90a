import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import {
  emptyWithViews,
  layoutOf,
  leaves,
  shapedFromFlat,
  type FlatData,
  type Template,
} from "ndarray-params";
import { flatCases, SENTINEL } from "./support/flats.ts";
import { randomTemplate } from "./support/random-templates.ts";
import { cases } from "./support/templates.ts";

/** A caller without types may pass anything. */
const shapedFromAny = shapedFromFlat as (
  flat: unknown,
  template: unknown,
  options?: object,
) => object;
const emptyWithAny = emptyWithViews as (template: unknown, options?: unknown) => unknown;

/** The elements of a view in row-major order, by get() alone. */
function elements(view: NdArray<FlatData>): number[] {
  const found: number[] = [];
  const visit = (index: number[]): void => {
    if (index.length === view.shape.length) found.push(view.get(...index));
    else for (let i = 0; i < view.shape[index.length]!; i++) visit([...index, i]);
  };
  visit([]);
  return found;
}

describe("shapedFromFlat", () => {
  for (const { name: kind, make } of flatCases) {
    describe(`on ${kind}`, () => {
      /** The law: the flat holds 0..n-1, so the views in layout order must read 0, 1, 2, ... */
      function expectPartition(template: Template): void {
        const { size } = layoutOf(template);
        const { flat, data, at } = make(size);
        const before = Array.from(data);
        const views = shapedFromFlat(flat as Float64Array, template);
        const found = leaves(views, template).flatMap(([, view]) => elements(view));
        expect(found).to.deep.equal([...Array(size).keys()]);
        expect(Array.from(data)).to.deep.equal(before);

        for (const [, view] of leaves(views, template)) ops.addseq(view, 100);
        const raised = Array.from({ length: size }, (_, i) => data[at(i)]);
        expect(raised).to.deep.equal(found.map((element) => 100 + element));
        const strangers = Array.from(data).filter((_, i) => before[i] === SENTINEL);
        expect(strangers).to.deep.equal(before.filter((x) => x === SENTINEL));
      }

      for (const { name, template } of cases) {
        it(`covers each element exactly once, row-major in layout order, for ${name}`, () =>
          expectPartition(template));
      }

      it("covers each element exactly once for random templates", () => {
        fc.assert(fc.property(randomTemplate, expectPartition), { seed: 1, numRuns: 100 });
      });

      it("shows what the flat's owner writes", () => {
        const { flat, data, at } = make(8);
        const { w } = shapedFromFlat(flat as Float64Array, { w: [3, 2], b: 2 });
        data[at(5)] = 42;
        expect(w.get(2, 1)).to.equal(42);
        w.set(0, 1, 43);
        expect(data[at(1)]).to.equal(43);
      });
    });
  }

  it("covers a batch of flats by its last axis, the other axes in front", () => {
    const batch = ndarray(
      Float64Array.from({ length: 24 }, (_, i) => i),
      [3, 8],
    );
    const { w, b } = shapedFromFlat(batch, { w: [3, 2], b: 2 });
    expect([w.shape, b.shape]).to.deep.equal([
      [3, 3, 2],
      [3, 2],
    ]);
    expect(elements(b)).to.deep.equal([6, 7, 14, 15, 22, 23]);
    expect(elements(w.pick(1))).to.deep.equal([8, 9, 10, 11, 12, 13]);
  });

  it("takes an Array with holes and fills them through the views", () => {
    const flat = Array<number>(3);
    const [a, b] = shapedFromFlat(flat, [2, 1]);
    ops.assigns(a, 1);
    ops.assigns(b, 2);
    expect(flat).to.deep.equal([1, 1, 2]);
  });

  it("reads and writes no element", () => {
    const touched: string[] = [];
    const note = (key: string | symbol): void => {
      if (typeof key === "string" && /^\d+$/.test(key)) touched.push(key);
    };
    const flat = new Proxy(Array<number>(8).fill(1), {
      get: (target, key) => (note(key), Reflect.get(target, key) as unknown),
      set: (target, key, value) => (note(key), Reflect.set(target, key, value)),
    });
    shapedFromFlat(flat, { w: [3, 2], b: 2 });
    expect(touched).to.deep.equal([]);
  });

  it("keeps a leaf of size 0 inside the array of a stepped flat", () => {
    for (const stride of [2, -2]) {
      const flat = ndarray(new Float64Array(5), [3], [stride], stride > 0 ? 0 : 4);
      const { none } = shapedFromFlat(flat, { a: 3, none: [0, 2] });
      expect(none.offset).to.be.within(0, 5);
      expect(none.shape).to.deep.equal([0, 2]);
    }
  });

  it("freezes lists and records, which are shared by all who find them", () => {
    const views = shapedFromFlat(new Float64Array(4), { list: [[1], [1]], w: 2 });
    expect(views).to.be.frozen;
    expect(views.list).to.be.frozen;
  });

  describe("refuses", () => {
    const need = "flat must be a typed array, an array or an ndarray of rank 1 or more, got";
    const data = new Float64Array(10);
    const refusals: [string, unknown, typeof RangeError, string, { axis: number }?][] = [
      ["size - 1", new Float64Array(7), RangeError, "template needs 8 elements, flat has 7"],
      ["size + 1", Array(9), RangeError, "template needs 8 elements, flat has 9"],
      ["null", null, TypeError, `${need} null`],
      ["undefined", undefined, TypeError, `${need} undefined`],
      ["a string", "12345678", TypeError, `${need} "12345678"`],
      ["an ArrayBuffer", new ArrayBuffer(64), TypeError, `${need} an ArrayBuffer`],
      ["a DataView", new DataView(new ArrayBuffer(8)), TypeError, `${need} a DataView`],
      ["a Buffer", Buffer.alloc(8), TypeError, `${need} a Buffer`],
      ["an array-like", { length: 8 }, TypeError, `${need} an Object`],
      [
        "an ndarray without data",
        { shape: [8], stride: [1], offset: 0 },
        TypeError,
        `${need} an Object`,
      ],
      [
        "an ndarray without an offset",
        { data, shape: [8], stride: [1] },
        TypeError,
        `${need} an Object`,
      ],
      ["a long string", "x".repeat(50), TypeError, `${need} "${"x".repeat(40)}"`],
      ["rank 0", ndarray(data, []), RangeError, "flat must have rank 1 or more, got rank 0"],
      [
        "stride 0",
        ndarray(data, [8], [0], 0),
        RangeError,
        "flat must have a non-zero stride, got 0 on axis 0",
      ],
      [
        "a stride that is not an integer",
        ndarray(data, [4], [1.5], 0),
        RangeError,
        "flat must have integers for shape, stride and offset",
      ],
      [
        "an ndarray that ends outside its array",
        ndarray(data, [8], [1], 3),
        RangeError,
        "flat must lie within its array of 10 elements, got elements 3 to 10",
      ],
      [
        "an ndarray that starts outside its array",
        ndarray(data, [8], [-1], 6),
        RangeError,
        "flat must lie within its array of 10 elements, got elements -1 to 6",
      ],
      [
        "an ndarray over getters",
        { ...ndarray(data, [8]), data: { get: () => 0, set: () => 0, length: 8 } },
        TypeError,
        "flat.data must be a typed array or an array, got an Object",
      ],
      [
        "an axis out of range",
        ndarray(data, [1, 8]),
        RangeError,
        "axis must be an integer from -2 to 1, got 2",
        { axis: 2 },
      ],
      [
        "a negative axis out of range",
        ndarray(data, [1, 8]),
        RangeError,
        "axis must be an integer from -2 to 1, got -3",
        { axis: -3 },
      ],
      [
        "an axis of an array that has one",
        new Float64Array(8),
        RangeError,
        "axis must be an integer from -1 to 0, got 1",
        { axis: 1 },
      ],
      [
        "a batch by the wrong axis",
        ndarray(data, [1, 8]),
        RangeError,
        "template needs 8 elements, flat has 1",
        { axis: 0 },
      ],
    ];
    for (const [what, flat, kind, message, options] of refusals) {
      it(what, () => {
        expect(() => shapedFromAny(flat, { w: [3, 2], b: 2 }, options))
          .to.throw(kind)
          .with.property("message", `shapedFromFlat: ${message}`);
      });
    }

    it("a wrong template, with the call that was made", () => {
      expect(() => shapedFromAny(data, { w: -1 })).to.throw(
        "shapedFromFlat: w: axis length must be a non-negative integer, got -1",
      );
    });
  });
});

describe("emptyWithViews", () => {
  for (const { name, template, size } of cases) {
    it(`gives a flat of rank 1 over the whole zero-filled array for ${name}`, () => {
      for (const dtype of ["float64", "float32"] as const) {
        const [flat, views] = emptyWithViews(template, { dtype });
        const { data, shape, stride, offset } = flat;
        expect({ shape, stride, offset }).to.deep.equal({ shape: [size], stride: [1], offset: 0 });
        expect(flat.dtype).to.equal(dtype);
        expect(Array.from(data)).to.deep.equal(Array(size).fill(0));
        for (const [, view] of leaves(views, template)) expect(view.data).to.equal(data);
      }
    });
  }

  it("takes memory from `allocate`, by size and dtype, and zeroes it", () => {
    const pool = new Float32Array(100).fill(3);
    const asked: unknown[] = [];
    const [flat, [, b]] = emptyWithViews([[3, 2], 2], {
      dtype: "float32",
      allocate: (size, dtype) => {
        asked.push(size, dtype);
        return pool.subarray(10, 10 + size);
      },
    });
    expect(asked).to.deep.equal([8, "float32"]);
    b.set(1, 5);
    expect(flat.get(7)).to.equal(5);
    expect(Array.from(pool.subarray(9, 19))).to.deep.equal([3, 0, 0, 0, 0, 0, 0, 0, 5, 3]);
  });

  it("takes the dtype of what `allocate` returns where none is asked for", () => {
    const [flat] = emptyWithViews([2], { allocate: (size) => new Float32Array(size) });
    expect(flat.dtype).to.equal("float32");
  });

  describe("refuses", () => {
    const dirty = new Float64Array(7).fill(1);
    const refusals: [string, object, string][] = [
      ["another dtype", { dtype: "int32" }, 'dtype must be "float64" or "float32", got "int32"'],
      [
        "an inherited name as dtype",
        { dtype: "toString" },
        'dtype must be "float64" or "float32", got "toString"',
      ],
      [
        "an allocation of another size",
        { allocate: () => dirty },
        "allocate must return a typed array of 8 numbers, got a Float64Array of 7",
      ],
      [
        "an allocation of bigints",
        { allocate: () => new BigInt64Array(8) },
        "allocate must return a typed array of 8 numbers, got a BigInt64Array of 8",
      ],
      [
        "an allocation that is not a typed array",
        { allocate: (size: number) => Array(size) },
        "allocate must return a typed array of 8 numbers, got an Array",
      ],
      [
        "an array where a function that makes it belongs",
        { allocate: dirty },
        "allocate must be a function, got a Float64Array",
      ],
      [
        "no allocation",
        { allocate: () => undefined },
        "allocate must return a typed array of 8 numbers, got undefined",
      ],
      [
        "an allocation of another dtype",
        { dtype: "float64", allocate: (size: number) => new Float32Array(size).fill(1) },
        'dtype is "float64", allocate returned "float32"',
      ],
    ];
    for (const [what, options, message] of refusals) {
      it(what, () => {
        expect(() => emptyWithAny({ w: [3, 2], b: 2 }, options))
          .to.throw(TypeError)
          .with.property("message", `emptyWithViews: ${message}`);
      });
    }

    it("and writes nothing then", () => expect(Array.from(dirty)).to.deep.equal(Array(7).fill(1)));
  });
});
