/** The laws that hold for ndarray-ops and for its drop-in, with values that are worked by hand. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import generated from "ndarray-ops";
import seedrandom from "seedrandom";
import ops from "ndarray-params/ops";
import { Store } from "../support/ops/kinds.ts";

type Ops = typeof ops;
const libraries = { "ndarray-ops": generated as unknown as Ops, "ndarray-params/ops": ops };

const vector = (...elements: number[]): NdArray<Float64Array> =>
  ndarray(Float64Array.from(elements), [elements.length]);
const matrix = (rows: number, columns: number, ...elements: number[]): NdArray<Float64Array> =>
  ndarray(Float64Array.from(elements), [rows, columns]);
const counting = (...shape: number[]): NdArray<Float64Array> => {
  const size = shape.reduce((product, length) => product * length, 1);
  return ndarray(
    Float64Array.from({ length: size }, (_, i) => i),
    shape,
  );
};
const elementsOf = (view: NdArray): number[] => {
  const out = ndarray(new Float64Array(view.size), view.shape);
  ops.assign(out, view);
  return [...out.data];
};

for (const [library, on] of Object.entries(libraries)) {
  describe(`${library}:`, () => {
    it("writing functions return their first argument", () => {
      const [a, b] = [vector(1, 2), vector(3, 4)];
      expect(on.add(a, a, b)).to.equal(a);
      expect(on.assigns(a, 1)).to.equal(a);
      expect(on.random(b)).to.equal(b);
    });

    it("an operation writes the elements of the view and no others", () => {
      const flat = counting(20);
      const view = ndarray(flat.data, [2, 3], [7, 2], 3);
      on.mulseq(view, -1);
      const changed = new Set([3, 5, 7, 10, 12, 14]);
      for (let i = 0; i < 20; i++) expect(flat.get(i)).to.equal(changed.has(i) ? -i : i);
    });

    it("axes are matched by their number, whatever the strides", () => {
      const a = counting(3, 4, 5);
      const b = ndarray(new Float64Array(60), [5, 3, 4]).transpose(1, 2, 0);
      on.assign(b, a);
      expect(on.equals(a, b)).to.equal(true);
      const c = ndarray(new Float64Array(60), [3, 4, 5]).step(-1, 1, -1);
      on.sub(c, b, a);
      expect(on.any(c)).to.equal(false);
    });

    it("a transposed copy has the elements of the original, past blocks of 64", () => {
      const a = counting(130, 70);
      const b = ndarray(new Float64Array(9100), [70, 130]);
      on.assign(b, a.transpose(1, 0));
      for (const [i, j] of [
        [0, 0],
        [69, 129],
        [63, 64],
        [64, 63],
        [5, 128],
      ] as const) {
        expect(b.get(i, j)).to.equal(j * 70 + i);
      }
    });

    it("a large transposed operand, on an array of its own, gives what the elements give", () => {
      const [rows, columns] = [300, 270];
      const b = counting(columns, rows);
      const c = counting(rows, columns);
      const a = counting(rows, columns);
      on.sub(a, b.transpose(1, 0), c);
      const cube = counting(2, rows, columns);
      const turned = ndarray(b.data, [2, rows, columns], [0, 1, rows]);
      on.subeq(cube, turned);
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          const [at, turnedAt] = [i * columns + j, j * rows + i];
          if (a.data[at] !== turnedAt - at) expect.fail(`a at ${i}, ${j}`);
          if (cube.get(1, i, j) !== rows * columns + at - turnedAt) expect.fail(`${i}, ${j}`);
        }
      }
    });

    it("a matrix that takes its own transpose shows the blocks of 64, from the back", () => {
      const n = 70;
      const a = counting(n, n);
      on.assign(a, a.transpose(1, 0));
      const [nothing, sum] = [ndarray(new Float64Array(n * n), [n, n]), counting(n, n)];
      on.add(sum, nothing, sum.transpose(1, 0));
      expect([...sum.data]).to.deep.equal([...a.data]);
      const want = [...counting(n, n).data];
      const blocks = [
        [n - 64, n],
        [0, n - 64],
      ] as const;
      for (const [left, right] of blocks) {
        for (const [top, bottom] of blocks) {
          for (let i = top; i < bottom; i++) {
            for (let j = left; j < right; j++) want[i * n + j] = want[j * n + i]!;
          }
        }
      }
      expect([...a.data]).to.deep.equal(want);
    });

    it("columns are added up over a stride of 0", () => {
      const db = vector(0, 0);
      const e = matrix(3, 2, 1, 2, 3, 4, 5, 6);
      on.addeq(ndarray(db.data, [3, 2], [0, 1]), e);
      expect([...db.data]).to.deep.equal([9, 12]);
    });

    it("a sum into one place goes by blocks from the back: the last 64 rows, then the first", () => {
      const rows = 70;
      const place = ndarray(new Float64Array(1), [rows, 2], [0, 0]);
      const e = ndarray(new Float64Array(2 * rows).fill(0.1), [rows, 2]);
      e.set(0, 0, 1e16);
      e.set(rows - 1, 1, -1e16);
      on.addeq(place, e);
      let want = 0;
      const add = (from: number, to: number): void => {
        for (let j = 0; j < 2; j++) for (let i = from; i < to; i++) want += e.get(i, j);
      };
      add(rows - 64, rows);
      add(0, rows - 64);
      expect(place.data[0]).to.equal(want);
    });

    it("views of one array see what was written before them", () => {
      const flat = vector(1, 2, 3, 4, 5);
      on.addeq(flat.lo(1), flat.hi(4));
      expect([...flat.data]).to.deep.equal([1, 3, 6, 10, 15]);
      const back = vector(1, 2, 3, 4, 5);
      on.addeq(back.hi(4).step(-1), back.lo(1).step(-1));
      expect([...back.data]).to.deep.equal([15, 14, 12, 9, 5]);
    });

    it("reductions have the values of their definitions", () => {
      const a = matrix(2, 2, 3, -4, 12, 0);
      expect(on.sum(a)).to.equal(11);
      expect(on.prod(a)).to.equal(-0);
      expect(on.norm1(a)).to.equal(19);
      expect(on.norm2(a)).to.equal(13);
      expect(on.norm2squared(a)).to.equal(169);
      expect(on.norminf(a)).to.equal(12);
      expect(on.norminf(vector(3, -4))).to.equal(4);
      expect(on.sup(a)).to.equal(12);
      expect(on.inf(a)).to.equal(-4);
      expect(on.argmin(a)).to.deep.equal([0, 1]);
      expect(on.argmax(a)).to.deep.equal([1, 0]);
      expect(on.any(a)).to.equal(true);
      expect(on.all(a)).to.equal(false);
      expect(on.all(vector(1, NaN))).to.equal(false);
      expect(on.any(vector(0, NaN))).to.equal(false);
    });

    it("without elements reductions have the values that are neutral", () => {
      const none = ndarray(new Float64Array(0), [0, 3]);
      expect([on.sum(none), on.prod(none), on.norm1(none), on.norm2(none)]).to.deep.equal([
        0, 1, 0, 0,
      ]);
      expect([on.norm2squared(none), on.norminf(none)]).to.deep.equal([0, 0]);
      expect([on.sup(none), on.inf(none)]).to.deep.equal([-Infinity, Infinity]);
      expect([on.any(none), on.all(none), on.equals(none, none)]).to.deep.equal([
        false,
        true,
        true,
      ]);
      expect([on.argmin(none), on.argmax(none)]).to.deep.equal([
        [0, 3],
        [0, 3],
      ]);
    });

    it("argmin and argmax return the first of equals in the order of the strides", () => {
      const a = matrix(2, 3, 5, 1, 7, 1, 7, 5);
      expect([on.argmin(a), on.argmax(a)]).to.deep.equal([
        [0, 1],
        [0, 2],
      ]);
      const columns = ndarray(Float64Array.of(5, 1, 1, 7, 7, 5), [2, 3], [1, 2]);
      expect([on.argmin(columns), on.argmax(columns)]).to.deep.equal([
        [1, 0],
        [1, 1],
      ]);
      const cube = ndarray(Float64Array.of(1, 0, 0, 1, 2, 1, 2, 0), [2, 2, 2]).transpose(2, 0, 1);
      expect([on.argmin(cube), on.argmax(cube)]).to.deep.equal([
        [1, 0, 0],
        [0, 1, 0],
      ]);
      expect([on.argmin(vector(NaN, NaN)), on.argmax(vector(NaN))]).to.deep.equal([[2], [1]]);
      expect(on.argmin(vector(NaN, 3, NaN, 2))).to.deep.equal([3]);
      expect(on.argmax(ndarray(Float64Array.of(4), []))).to.deep.equal([]);
    });

    it("sup, inf and norminf leave out NaN, max and min do not", () => {
      const a = vector(NaN, 1, NaN);
      expect([on.sup(a), on.inf(a), on.norminf(a)]).to.deep.equal([1, 1, 1]);
      expect([...on.max(vector(0, 0, 0), a, vector(5, 5, 5)).data]).to.deep.equal([NaN, 5, NaN]);
      expect(Object.is(on.maxs(vector(9), vector(-0), 0).get(0), 0)).to.equal(true);
      expect(Object.is(on.mins(vector(9), vector(0), -0).get(0), -0)).to.equal(true);
    });

    it("a rank of 0 is one element", () => {
      const a = ndarray(Float64Array.of(1, 2, 3), [], [], 1);
      on.adds(a, a, 10);
      expect([...a.data]).to.deep.equal([1, 12, 3]);
      expect(on.sum(a)).to.equal(12);
      const c = ndarray(new Float64Array(1), []);
      expect(elementsOf(on.mul(c, a, a))).to.deep.equal([144]);
    });

    it("results are rounded, wrapped or clamped by the array that takes them", () => {
      const b = vector(0.1, 300, -1.5);
      expect([...on.assign(ndarray(new Float32Array(3)), b).data]).to.deep.equal([
        Math.fround(0.1),
        300,
        -1.5,
      ]);
      expect([...on.assign(ndarray(new Uint8Array(3)), b).data]).to.deep.equal([0, 44, 255]);
      expect([...on.assign(ndarray(new Uint8ClampedArray(3)), b).data]).to.deep.equal([0, 255, 0]);
      const plain = ndarray<unknown[]>([0, 0, 0]);
      expect(on.gt(plain, b, vector(0, 0, 0)).data).to.deep.equal([true, true, false]);
    });

    it("plain Arrays and bigints keep their elements", () => {
      const words = ndarray(["a", "b"] as never[]);
      on.addeq(words, ndarray(["x", "y"] as never[]));
      expect(words.data).to.deep.equal(["ax", "by"]);
      const big = ndarray(BigInt64Array.of(5n, -7n));
      expect([...on.muls(big, big, 3n).data]).to.deep.equal([15n, -21n]);
      expect(() => on.sum(big as never)).to.throw(TypeError);
      expect([
        ...on.and(ndarray([0, 0, 0]), ndarray([0, 2, 3]), ndarray([7, 0, 9])).data,
      ]).to.deep.equal([0, 0, 9]);
    });

    it("a store is written by set in the order of cwise, each element once", () => {
      const store = new Store([1, 2, 3, 4, 5, 6]);
      const view = ndarray(store as never, [2, 3], [3, 1], 0) as NdArray<number[]>;
      on.mulseq(view, 2);
      expect(store.sets).to.deep.equal([
        [0, 2],
        [1, 4],
        [2, 6],
        [3, 8],
        [4, 10],
        [5, 12],
      ]);
      expect(on.sum(view)).to.equal(42);
      expect(on.argmax(view)).to.deep.equal([1, 2]);
      expect(on.any(view)).to.equal(true);
      store.sets.length = 0;
      on.assign(view.transpose(1, 0), ndarray(Float64Array.of(1, 2, 3, 4, 5, 6), [3, 2]));
      expect(store.elements).to.deep.equal([1, 3, 5, 2, 4, 6]);
      const plain = on.subs(ndarray(new Float64Array(6), [2, 3]), view, 1);
      expect([...plain.data]).to.deep.equal([0, 2, 4, 1, 3, 5]);
      expect(store.sets).to.have.length(6);
      expect(on.equals(view, plain)).to.equal(false);
    });

    it("random calls Math.random, which a seed may have replaced", () => {
      const { random } = Math;
      try {
        seedrandom("42", { global: true });
        const a = on.random(ndarray(new Float64Array(3)));
        const wanted = seedrandom("42");
        expect([...a.data]).to.deep.equal([wanted(), wanted(), wanted()]);
      } finally {
        Math.random = random;
      }
    });

    it("any, all and equals stop at the first element that decides, in every rank", () => {
      for (const shape of [[200], [100, 2], [2, 2, 50], [2, 2, 2, 25]]) {
        const a = ndarray(new Float64Array(200), shape);
        expect([on.any(a), on.all(a)]).to.deep.equal([false, false]);
        a.data[130] = 1;
        expect([on.any(a), on.all(a)]).to.deep.equal([true, false]);
        const order = shape.map((_, i) => shape.length - 1 - i);
        const b = ndarray(new Float64Array(200), shape.toReversed()).transpose(...order);
        expect(on.equals(a, b)).to.equal(false);
        on.assign(b, a);
        expect(on.equals(a, b)).to.equal(true);
        a.data[199] = 3;
        expect(on.equals(a, b)).to.equal(false);
        a.data[0] = 3;
        expect(on.equals(b, a)).to.equal(false);
      }
    });
  });
}
