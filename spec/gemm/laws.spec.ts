/** The laws of ndarray-gemm, tested on ndarray-gemm itself and on every path of gemm. */
import { expect } from "chai";
import ndarray from "ndarray";
import ndarrayGemm from "ndarray-gemm";
import { gemm } from "ndarray-params/gemm";
import { multiplyInBlocks } from "../../lib/gemm/paths/blocks.ts";
import { makeEngine } from "../../lib/gemm/kernel/engine.ts";
import { makeGemm, type Gemm } from "../../lib/gemm/product/make-gemm.ts";
import { moduleOf } from "../../lib/gemm/kernel/find-engine.ts";
import { plainKernel } from "../../lib/gemm/kernel/plain-kernel.ts";
import { multiplyPortably } from "../../lib/gemm/paths/portable.ts";
import { layouts, matrixOf, repeated, SENTINEL } from "../support/gemm/matrices.ts";

const engine = makeEngine(moduleOf(plainKernel)!);
const implementations: readonly (readonly [string, Gemm])[] = [
  ["ndarray-gemm", ndarrayGemm],
  ["gemm", gemm],
  ["the portable path", makeGemm(multiplyPortably)],
  ["the kernel", makeGemm((product) => multiplyInBlocks(engine, product))],
];

// Worked by hand.
const left = [
  [1, 2, 3],
  [4, 5, 6],
];
const right = [
  [1, 0, 2, -1],
  [0, 1, 1, 3],
  [2, -2, 0, 1],
];
const product = [
  [7, -4, 4, 8],
  [16, -7, 13, 17],
];

const entry = (rows: readonly (readonly number[])[]) => (i: number, j: number) => rows[i]![j]!;
const rowsOf = (c: { shape: number[]; get: (i: number, j: number) => number }): number[][] =>
  Array.from({ length: c.shape[0]! }, (_, i) =>
    Array.from({ length: c.shape[1]! }, (__, j) => c.get(i, j)),
  );

for (const [name, multiply] of implementations) {
  for (const Type of [Float64Array, Float32Array]) {
    const make = (
      rows: readonly (readonly number[])[],
      layout: keyof typeof layouts = "row-major",
    ) => {
      const shape = [rows.length, rows[0]!.length] as const;
      const stride = { ...layouts, ...repeated }[layout]!(...shape);
      return matrixOf(Type, shape, stride, entry(rows));
    };

    describe(`${name}: c ← alpha·a·b + beta·c on ${Type.name}`, () => {
      for (const layout of Object.keys(layouts)) {
        it(`multiplies by hand-worked numbers with each operand ${layout}`, () => {
          for (const [x, y, z] of [
            [layout, "row-major", "row-major"],
            ["row-major", layout, "row-major"],
            ["row-major", "row-major", layout],
            [layout, layout, layout],
          ] as const) {
            const c = make(product, x);
            multiply(c, make(left, y), make(right, z));
            expect(rowsOf(c)).to.deep.equal(product);
          }
        });

        it(`writes nothing beside a result that is ${layout}`, () => {
          const c = make(product, layout);
          multiply(c, make(left), make(right), -1, 2);
          expect(rowsOf(c)).to.deep.equal(product);
          for (let i = 0; i < 2; i++) for (let j = 0; j < 4; j++) c.set(i, j, SENTINEL);
          expect(c.data.every((element) => element === SENTINEL)).to.equal(true);
        });
      }

      it("reads one row, one column or one element again for strides of 0", () => {
        const c = make(product);
        const ones = matrixOf(Type, [2, 3], [0, 0], () => 1);
        multiply(c, ones, make(right));
        expect(rowsOf(c)).to.deep.equal([
          [3, -1, 3, 3],
          [3, -1, 3, 3],
        ]);
        const row = matrixOf(Type, [3, 4], [0, 1], (_, j) => j);
        multiply(c, make(left), row);
        expect(rowsOf(c)).to.deep.equal([
          [0, 6, 12, 18],
          [0, 15, 30, 45],
        ]);
        const column = matrixOf(Type, [3, 4], [1, 0], (i) => i);
        multiply(c, make(left), column);
        expect(rowsOf(c)).to.deep.equal([
          [8, 8, 8, 8],
          [17, 17, 17, 17],
        ]);
      });

      it("scales the product by alpha and adds beta times the old result", () => {
        const c = matrixOf(Type, [2, 4], [4, 1], (i, j) => 10 * i + j);
        multiply(c, make(left), make(right), 2, 3);
        expect(rowsOf(c)).to.deep.equal([
          [14, -5, 14, 25],
          [62, 19, 62, 73],
        ]);
      });

      it("does not read the result if beta is 0", () => {
        const c = matrixOf(Type, [2, 4], [4, 1], () => NaN);
        multiply(c, make(left), make(right), 0.5);
        expect(rowsOf(c)).to.deep.equal([
          [3.5, -2, 2, 4],
          [8, -3.5, 6.5, 8.5],
        ]);
      });

      it("gives zeros, or beta times the old result, if k is 0", () => {
        const c = matrixOf(Type, [2, 4], [4, 1], (i, j) => i + j);
        const a = matrixOf(Type, [2, 0], [0, 1], () => 1);
        const b = matrixOf(Type, [0, 4], [4, 1], () => 1);
        multiply(c, a, b, 1, 1);
        multiply(c, a, b, 1, 2);
        expect(rowsOf(c)).to.deep.equal([
          [0, 2, 4, 6],
          [2, 4, 6, 8],
        ]);
        multiply(c, a, b);
        expect(rowsOf(c)).to.deep.equal([
          [0, 0, 0, 0],
          [0, 0, 0, 0],
        ]);
      });

      it("leaves empty results empty", () => {
        const c = matrixOf(Type, [0, 4], [4, 1], () => 1);
        const a = matrixOf(Type, [0, 3], [3, 1], () => 1);
        multiply(c, a, make(right));
        const column = matrixOf(Type, [2, 0], [0, 1], () => 1);
        multiply(
          column,
          make(left),
          matrixOf(Type, [3, 0], [0, 1], () => 1),
        );
        expect([...c.data, ...column.data].every((x) => x === SENTINEL)).to.equal(true);
      });

      it("carries NaN and infinities of the operands into all results that depend on them", () => {
        const c = make(product);
        const a = make(left);
        a.set(0, 1, NaN);
        multiply(c, a, make(right));
        expect(rowsOf(c)).to.deep.equal([Array(4).fill(NaN), product[1]]);
        a.set(0, 1, Infinity);
        multiply(c, a, make(right));
        expect(rowsOf(c)).to.deep.equal([[NaN, Infinity, Infinity, Infinity], product[1]]);
      });
    });
  }
}

for (const [name, multiply] of implementations.slice(0, 2)) {
  describe(`${name}: other arrays`, () => {
    const flat = (rows: readonly (readonly number[])[]) => rows.flat();
    it("multiplies float64 and float32 in every mixture, large enough for a kernel", () => {
      const types = [Float64Array, Float32Array] as const;
      const element = (i: number, j: number): number => ((3 * i + j) % 7) - 3;
      const inner = [...Array(20).keys()];
      for (const [C, A, B] of types.flatMap((x) =>
        types.flatMap((y) => types.map((z) => [x, y, z] as const)),
      )) {
        const [c, a, b] = [C, A, B].map((Type) => matrixOf(Type, [20, 20], [20, 1], element));
        multiply(c!, a!, b!);
        const sum = (i: number, j: number): number =>
          inner.reduce((s, p) => s + element(i, p) * element(p, j), 0);
        expect(rowsOf(c!)).to.deep.equal(inner.map((i) => inner.map((j) => sum(i, j))));
      }
    });

    it("multiplies arrays of different types", () => {
      const c = ndarray(new Float64Array(8), [2, 4]);
      multiply(c, ndarray(Float32Array.from(flat(left)), [2, 3]), ndarray(flat(right), [3, 4]));
      expect(rowsOf(c)).to.deep.equal(product);
      const integers = ndarray(new Int32Array(8), [2, 4]);
      const a = ndarray(Uint8Array.from(flat(left)), [2, 3]);
      multiply(integers, a, ndarray(Int8Array.from(flat(right)), [3, 4]));
      expect(rowsOf(integers)).to.deep.equal(product);
    });
  });
}

describe("gemm, like BLAS and unlike ndarray-gemm", () => {
  for (const [name, multiply] of implementations.slice(1)) {
    it(`starts sums at 0, so that none is -0, not even one of a single term: ${name}`, () => {
      for (const Type of [Float64Array, Float32Array]) {
        const tiny = Type === Float64Array ? 1e-200 : 1e-30; // its square is below all numbers
        for (const [x, y] of [
          [-1, 0],
          [-tiny, tiny],
        ] as const) {
          const a = ndarray(new Type(2).fill(x), [2, 1]);
          const b = ndarray(new Type(3).fill(y), [1, 3]);
          const c = ndarray(new Type(6), [2, 3]);
          multiply(c, a, b);
          expect([...c.data]).to.deep.equal([0, 0, 0, 0, 0, 0]);
          multiply(c, a, b, -1);
          expect([...c.data]).to.deep.equal([-0, -0, -0, -0, -0, -0]);
        }
      }
    });

    it(`reads neither operand if alpha is 0: ${name}`, () => {
      const c = ndarray(Float64Array.of(1, 2, 3, 4), [2, 2]);
      const nothing = ndarray(new Float64Array(4).fill(NaN), [2, 2]);
      multiply(c, nothing, nothing, 0, 2);
      expect(rowsOf(c)).to.deep.equal([
        [2, 4],
        [6, 8],
      ]);
      multiply(c, nothing, nothing, 0, 0);
      expect([...c.data]).to.deep.equal([0, 0, 0, 0]);
    });
  }
});
