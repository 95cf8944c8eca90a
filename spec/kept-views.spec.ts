import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import {
  blockViews,
  emptyWithViews,
  layoutOf,
  partition,
  shapedFromFlat,
  tie,
  type FlatData,
} from "ndarray-params";

describe("the join of a partition", () => {
  const { free, fixed, join } = partition({ w: 2, b: 1 }, ["b"]);
  const [, theta] = emptyWithViews(free);
  const [, frozen] = emptyWithViews(fixed);

  it("keeps its tree from the second call on, as all trees are kept", () => {
    const [first, second, third] = [0, 1, 2].map(() => join(theta, frozen));
    expect(second).not.to.equal(first);
    expect(third).to.equal(second);
  });

  it("keeps no tree of a record that may change", () => {
    const [, other] = emptyWithViews(fixed);
    const open = { ...frozen };
    for (let i = 0; i < 3; i++) expect(join(theta, open).b).to.equal(frozen.b);
    open.b = other.b;
    expect(join(theta, open).b).to.equal(other.b);
  });
});

describe("shapedFromFlat with a layout", () => {
  const layout = layoutOf({ w: [3, 2], b: 2 });
  const kinds: [string, () => FlatData | NdArray<Float64Array>][] = [
    ["a typed array", () => new Float64Array(8)],
    ["a plain Array", () => Array<number>(8)],
    ["an ndarray over a whole array", () => ndarray(new Float64Array(8))],
    ["a stepped ndarray", () => ndarray(new Float64Array(16), [8], [2], 0)],
    ["a batch", () => ndarray(new Float64Array(24), [3, 8])],
  ];
  for (const [name, make] of kinds) {
    it(`finds the views of ${name} again from its second meeting on`, () => {
      const flat = make() as Float64Array;
      const first = shapedFromFlat(flat, layout);
      const second = shapedFromFlat(flat, layout);
      expect(shapedFromFlat(flat, layout)).to.equal(second);
      expect(second.w.offset).to.equal(first.w.offset);
      expect(shapedFromFlat(make() as Float64Array, layout)).not.to.equal(second);
      expect(shapedFromFlat(flat, layoutOf({ w: [3, 2], b: 2 }))).not.to.equal(second);
    });
  }

  it("finds the views emptyWithViews made, by the flat and by its array", () => {
    const [flat, views] = emptyWithViews(layout);
    expect(shapedFromFlat(flat, layout)).to.equal(views);
    expect(shapedFromFlat(flat.data, layout)).to.equal(views);
  });

  it("makes new views where a flat's own fields were assigned since", () => {
    const changes: ((flat: NdArray<Float64Array>) => void)[] = [
      (flat) => (flat.offset = 1),
      (flat) => (flat.stride[0] = 3),
      (flat) => (flat.data = new Float64Array(30)),
      (flat) => ((flat.shape = [8, 1]), (flat.stride = [1, 1])),
    ];
    for (const change of changes) {
      const flat = ndarray(new Float64Array(30), [8], [2], 0);
      shapedFromFlat(flat, layout);
      const before = shapedFromFlat(flat, layout);
      change(flat);
      const axis = flat.shape.length === 2 ? { axis: 0 } : {};
      const after = shapedFromFlat(flat, layout, axis);
      expect(after).not.to.equal(before);
      expect(after.b.data).to.equal(flat.data);
      expect(after.b.offset).to.equal(flat.offset + 6 * flat.stride[0]!);
    }
  });

  it("tells an ndarray in reverse order from the whole array, which was met before", () => {
    const data = Float64Array.from({ length: 8 }, (_, i) => i);
    for (let i = 0; i < 3; i++) shapedFromFlat(data, layout);
    const reversed = ndarray(data, [8], [-1], 7);
    for (let i = 0; i < 3; i++) expect(shapedFromFlat(reversed, layout).b.get(1)).to.equal(0);
    expect(shapedFromFlat(data, layout).b.get(1)).to.equal(7);
  });

  it("finds the views of the first part of a longer array again, and not the array's", () => {
    const data = Float64Array.from({ length: 10 }, (_, i) => i);
    const part = ndarray(data, [8]);
    const [, second, third] = [0, 1, 2].map(() => shapedFromFlat(part, layout));
    expect(third).to.equal(second);
    expect(() => shapedFromFlat(data, layout)).to.throw(
      "shapedFromFlat: template needs 8 elements, flat has 10",
    );
  });

  it("refuses an ndarray that reaches outside an array which was met before", () => {
    const data = new Float64Array(8);
    for (let i = 0; i < 3; i++) shapedFromFlat(data, layout);
    expect(() => shapedFromFlat(ndarray(data, [8], [1], 1), layout)).to.throw(
      "shapedFromFlat: flat must lie within its array of 8 elements, got elements 1 to 8",
    );
    expect(() => shapedFromFlat(ndarray(data, [8], [2], 0), layout)).to.throw(
      "shapedFromFlat: flat must lie within its array of 8 elements, got elements 0 to 14",
    );
  });

  it("tells a batch of one flat from its array, which has one element", () => {
    const scalar = layoutOf({ s: [] });
    const data = Float64Array.of(5);
    for (let i = 0; i < 3; i++) {
      expect(shapedFromFlat(ndarray(data, [1, 1]), scalar).s.shape).to.deep.equal([1]);
      expect(shapedFromFlat(data, scalar).s.shape).to.deep.equal([]);
    }
  });

  const assigned: [string, (batch: NdArray<Float64Array>) => void][] = [
    ["the first length", (batch) => (batch.shape[0] = 2)],
    ["the first stride", (batch) => (batch.stride[0] = 16)],
    ["the offset", (batch) => (batch.offset = 8)],
  ];
  for (const [what, assign] of assigned) {
    it(`makes new views if only ${what} of a batch was assigned`, () => {
      const batch = ndarray(new Float64Array(48), [3, 8]);
      const [, before] = [0, 1].map(() => shapedFromFlat(batch, layout));
      assign(batch);
      const { b } = shapedFromFlat(batch, layout);
      expect(b).not.to.equal(before!.b);
      expect([b.shape[0], b.stride[0], b.offset]).to.deep.equal([
        batch.shape[0],
        batch.stride[0],
        batch.offset + 6,
      ]);
    });
  }

  it("refuses a strided ndarray whose buffer was transferred or shrunk since", () => {
    const transferred = ndarray(new Float64Array(16), [8], [2], 0);
    for (let i = 0; i < 3; i++) shapedFromFlat(transferred, layout);
    structuredClone(transferred.data, { transfer: [transferred.data.buffer] });
    expect(() => shapedFromFlat(transferred, layout)).to.throw(
      "shapedFromFlat: flat must lie within its array of 0 elements, got elements 0 to 14",
    );
    const Resizable = ArrayBuffer as unknown as new (
      size: number,
      options: { maxByteLength: number },
    ) => ArrayBuffer & { resize(size: number): void };
    const buffer = new Resizable(128, { maxByteLength: 128 });
    const shrunk = ndarray(new Float64Array(buffer), [8], [2], 0);
    for (let i = 0; i < 3; i++) shapedFromFlat(shrunk, layout);
    buffer.resize(64);
    expect(() => shapedFromFlat(shrunk, layout)).to.throw(
      "shapedFromFlat: flat must lie within its array of 8 elements, got elements 0 to 14",
    );
  });

  it("tells the axes of a square batch apart", () => {
    const batch = ndarray(new Float64Array(64), [8, 8]);
    for (let i = 0; i < 3; i++) {
      expect(shapedFromFlat(batch, layout, { axis: 0 }).b.offset).to.equal(48);
      expect(shapedFromFlat(batch, layout, { axis: 1 }).b.offset).to.equal(6);
    }
  });

  it("refuses an Array that has grown, and a transferred buffer", () => {
    const plain = Array<number>(8).fill(0);
    for (let i = 0; i < 3; i++) shapedFromFlat(plain, layout);
    plain.push(1);
    expect(() => shapedFromFlat(plain, layout)).to.throw(
      "shapedFromFlat: template needs 8 elements, flat has 9",
    );
    const [flat] = emptyWithViews(layout);
    structuredClone(flat.data, { transfer: [flat.data.buffer as ArrayBuffer] });
    expect(() => shapedFromFlat(flat.data, layout)).to.throw(
      "shapedFromFlat: template needs 8 elements, flat has 0",
    );
    expect(() => shapedFromFlat(flat, layout)).to.throw(
      "shapedFromFlat: flat must lie within its array of 0 elements, got elements 0 to 7",
    );
  });
});

describe("blockViews with two layouts", () => {
  const rows = layoutOf({ y: 3, z: [] });
  const columns = layoutOf({ w: [2, 2], b: 1 });
  const jacobian = () => ndarray(new Float64Array(20), [4, 5]);

  it("finds the blocks of a matrix again from its second meeting on", () => {
    const matrix = jacobian();
    const first = blockViews(matrix, rows, columns);
    const second = blockViews(matrix, rows, columns);
    expect(second).not.to.equal(first);
    expect(blockViews(matrix, rows, columns)).to.equal(second);
    expect(blockViews(jacobian(), rows, columns)).not.to.equal(second);
  });

  it("tells the layouts of rows and of columns apart", () => {
    const matrix = ndarray(new Float64Array(20), [4, 5]);
    const [left, right] = [layoutOf({ p: 4 }), layoutOf({ q: 5 })];
    for (let i = 0; i < 3; i++) {
      expect(blockViews(matrix, rows, columns).y.w.shape).to.deep.equal([3, 2, 2]);
      expect(blockViews(matrix, left, columns).p.w.shape).to.deep.equal([4, 2, 2]);
      expect(blockViews(matrix, rows, right).z.q.shape).to.deep.equal([5]);
      expect(blockViews(matrix, left, right).p.q.shape).to.deep.equal([4, 5]);
    }
  });

  it("makes new blocks if a field of the matrix was assigned since", () => {
    const changes: ((matrix: NdArray<Float64Array>) => void)[] = [
      (matrix) => (matrix.offset = 2),
      (matrix) => (matrix.stride = [1, 4]),
      (matrix) => (matrix.data = new Float64Array(30)),
    ];
    for (const change of changes) {
      const matrix = ndarray(new Float64Array(30), [4, 5]);
      for (let i = 0; i < 3; i++) blockViews(matrix, rows, columns);
      change(matrix);
      const { z } = blockViews(matrix, rows, columns);
      expect(z.b.data).to.equal(matrix.data);
      expect(z.b.offset).to.equal(matrix.offset + 3 * matrix.stride[0]! + 4 * matrix.stride[1]!);
    }
  });

  it("refuses a matrix again after its buffer was given away", () => {
    const data = new Float64Array(20);
    const matrix = ndarray(data, [4, 5]);
    for (let i = 0; i < 3; i++) blockViews(matrix, rows, columns);
    structuredClone(data.buffer, { transfer: [data.buffer] });
    expect(() => blockViews(matrix, rows, columns)).to.throw(
      RangeError,
      "blockViews: the matrix must lie within its array of 0 elements, got elements 0 to 19",
    );
  });

  it("gives one joined tree to a loop over a tied Jacobian", () => {
    const tied = tie({ a: 2, b: 2 }, "b", "a");
    const own = layoutOf({ y: 4 });
    const matrix = ndarray(new Float64Array(8), [4, 2]);
    const joined = () => tied.join(blockViews(matrix, own, tied.free).y);
    for (let i = 0; i < 3; i++) joined();
    expect(joined()).to.equal(joined());
  });
});
