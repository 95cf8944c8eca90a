/** The laws of ndarray's views, tested on ndarray itself and on our own classes. */
import { expect } from "chai";
import ndarray from "ndarray";
import { ndarray as chosen } from "ndarray-params/ndarray";
import { ownNdarray } from "../../../lib/internal/own-views/own-ndarray.ts";
import { plain } from "../../support/markdown.ts";

type Constructor = typeof chosen;
const counted = (size: number): Float64Array => Float64Array.from({ length: size }, (_, i) => i);

for (const [name, make] of [
  ["ndarray", ndarray as Constructor],
  ["ownNdarray", ownNdarray],
] as const) {
  describe(`${name}, by laws worked out by hand`, () => {
    it("lies row by row by default, over the whole array", () => {
      const cube = make(counted(24), [2, 3, 4]);
      expect(cube.stride).to.deep.equal([12, 4, 1]);
      expect(cube.get(1, 2, 3)).to.equal(23);
      expect(cube.index(1, 0, 2)).to.equal(14);
      expect(cube.size).to.equal(24);
      const line = make(counted(5));
      expect([line.shape, line.stride, line.offset]).to.deep.equal([[5], [1], 0]);
      const one = make(7);
      expect([one.data, one.shape, one.dtype]).to.deep.equal([[7], [1], "array"]);
    });

    it("begins at the last element of an axis whose stride is negative", () => {
      const matrix = make(counted(6), [2, 3], [-3, -1]);
      expect(matrix.offset).to.equal(5);
      expect(plain(matrix)).to.deep.equal([
        [5, 4, 3],
        [2, 1, 0],
      ]);
    });

    it("writes through to the array, and returns what was written", () => {
      const matrix = make(counted(6), [2, 3]);
      expect(matrix.set(1, 1, 40)).to.equal(40);
      expect([...matrix.data]).to.deep.equal([0, 1, 2, 3, 40, 5]);
    });

    for (let rank = 1; rank <= 6; rank++) {
      const shape = Array.from({ length: rank }, (_, k) => k + 2);
      const size = shape.reduce((a, b) => a * b);
      const view = make(counted(size), shape);
      const at = (last: number): number[] => shape.map((length) => Math.min(last, length - 1));
      // Row-major places, by Horner's rule.
      const placeOf = (i: readonly number[]): number => i.reduce((p, x, k) => p * shape[k]! + x, 0);

      it(`keeps its elements in place through every method at rank ${rank}`, () => {
        expect(view.get(...at(1))).to.equal(placeOf(at(1)));
        expect(view.lo(...at(1)).get(...shape.map(() => 0))).to.equal(placeOf(at(1)));
        expect(view.lo(...at(1)).shape).to.deep.equal(shape.map((length) => length - 1));
        expect(view.hi(...at(1)).shape).to.deep.equal(shape.map(() => 1));
        const reversed = view.step(...shape.map(() => -1));
        expect(reversed.get(...at(0))).to.equal(size - 1);
        expect(reversed.get(...at(1))).to.equal(placeOf(shape.map((length) => length - 2)));
        const halves = view.step(...shape.map(() => 2));
        expect(halves.shape).to.deep.equal(shape.map((length) => Math.ceil(length / 2)));
        const backwards = shape.map((_, k) => rank - 1 - k);
        const turned = view.transpose(...backwards);
        expect(turned.shape).to.deep.equal(shape.toReversed());
        expect(turned.get(...at(1).toReversed())).to.equal(placeOf(at(1)));
        expect(view.order).to.deep.equal(backwards);
        expect(turned.order).to.deep.equal(shape.map((_, k) => k));
        const last = view.pick(...shape.map((_, k) => (k === rank - 1 ? 1 : null)));
        expect(last.shape).to.deep.equal(shape.slice(0, -1));
        expect(last.dimension).to.equal(rank - 1);
        expect(last.get(...at(1).slice(0, -1))).to.equal(placeOf([...at(1).slice(0, -1), 1]));
      });
    }

    it("orders axes of equal strides by ndarray's own rules", () => {
      const order = (...stride: number[]): number[] =>
        make(counted(9), stride.map(() => 2), stride, 0).order; // oxfmt-ignore
      expect(order(3)).to.deep.equal([0]);
      expect(order(1, 1)).to.deep.equal([0, 1]);
      expect(order(-2, 1)).to.deep.equal([1, 0]);
      expect(order(1, 1, 1)).to.deep.equal([0, 2, 1]);
      expect(order(1, 2, 4)).to.deep.equal([0, 1, 2]);
      expect(order(1, 4, 2)).to.deep.equal([0, 2, 1]);
      expect(order(2, 1, 4)).to.deep.equal([1, 0, 2]);
      expect(order(2, 4, 1)).to.deep.equal([2, 0, 1]);
      expect(order(4, 1, 2)).to.deep.equal([1, 2, 0]);
      expect(order(1, 1, 1, 1)).to.deep.equal([0, 1, 2, 3]);
      expect(order(2, 2, 1, 1, 3)).to.deep.equal([2, 3, 0, 1, 4]);
    });

    it("has a scalar of rank 0, and below it the trivial view of rank -1", () => {
      const scalar = make(counted(3), [], [], 2);
      expect([scalar.get(), Number(scalar), scalar.index(), scalar.size]).to.deep.equal([
        2, 2, 2, 1,
      ]);
      expect(scalar.set(9)).to.equal(9);
      expect(scalar.lo().get()).to.equal(9);
      expect(Object.keys(scalar)).to.deep.equal(["data", "offset"]);
      expect(scalar.shape).to.equal(make(counted(1), []).shape);
      const trivial = scalar.pick();
      expect([trivial.dimension, trivial.size, trivial.index()]).to.deep.equal([-1, 0, -1]);
      expect([trivial.get(), trivial.set(1), trivial.pick()]).to.deep.equal([undefined, undefined, null]); // oxfmt-ignore
      expect(trivial.hi().dimension).to.equal(-1);
      expect(Object.keys(trivial)).to.deep.equal(["data"]);
    });

    it("reads and writes a store behind get and set by these alone", () => {
      const calls: unknown[] = [];
      const store = {
        length: 4,
        get: (i: number): number => (calls.push(["get", i]), i * 10),
        set: (...args: [number, number]): void => void calls.push(["set", ...args]),
      };
      const view = make(store, [2, 2]);
      expect(view.dtype).to.equal("generic");
      expect(view.get(1, 0)).to.equal(20);
      expect(view.set(1, 1, 5)).to.equal(undefined);
      expect(make(store, [], [], 3).get()).to.equal(30);
      expect(make(store, [1, 1, 1, 1, 4]).get(0, 0, 0, 0, 2)).to.equal(20);
      expect(make(store, [1, 1, 1, 1, 4]).set(0, 0, 0, 0, 2, 7)).to.equal(undefined);
      expect(calls).to.deep.equal([["get", 2], ["set", 3, 5], ["get", 3], ["get", 2], ["set", 2, 7]]); // oxfmt-ignore
    });

    it("lets no caller assign size and order, which follow from the view", () => {
      const matrix = make(counted(4), [2, 2]);
      expect(() => (matrix.size = 1)).to.throw(TypeError);
      expect(() => (matrix.order = [0, 1])).to.throw(TypeError);
      matrix.shape[0] = 1;
      expect(matrix.size).to.equal(2);
    });

    it("has the trivial view without arguments too, once there is a view on an Array", () => {
      make([1]);
      const trivial = make();
      expect([trivial.dimension, trivial.dtype, trivial.data]).to.deep.equal([-1, "array", []]);
    });

    it("refuses what has no length and no shape", () => {
      expect(() => make(null as never)).to.throw(TypeError);
      expect(() => make(counted(2), 2 as never)).to.throw(TypeError);
    });

    it("knows the dtype of every array", () => {
      const dtypes = [
        new Float64Array(1), new Float32Array(1), new Int8Array(1), new Int16Array(1), new Int32Array(1),
        new Uint8Array(1), new Uint16Array(1), new Uint32Array(1), new Uint8ClampedArray(1),
        new BigInt64Array(1), new BigUint64Array(1), Buffer.alloc(1), [1], { length: 1 }, { length: 1, _isBuffer: true },
      ].map((data) => make(data as number[]).dtype); // oxfmt-ignore
      expect(dtypes).to.deep.equal([
        "float64", "float32", "int8", "int16", "int32", "uint8", "uint16", "uint32", "uint8_clamped",
        "bigint64", "biguint64", "buffer", "array", "generic", "buffer",
      ]); // oxfmt-ignore
    });
  });
}
