/**
 * Nested arrays and stores behind `get` and `set`, as ndarray-gemm takes them. Its own suite
 * multiplies matrices with a single 1 in every mixture of these and of ndarrays; so do these laws.
 */
import { expect } from "chai";
import ndarray from "ndarray";
import ndarrayGemm from "ndarray-gemm";
import { gemm, type Gemm, type Matrix, type Rows } from "ndarray-params/gemm";

type Numbers = readonly (readonly number[])[];

/** A store as a database or a sparse array may be one. */
function storeOf(values: readonly number[]) {
  const kept = new Map(values.entries());
  return {
    length: values.length,
    get: (i: number): number => kept.get(i)!,
    set: (i: number, value: number): void => void kept.set(i, value),
  };
}

const transposed = (rows: Numbers): number[][] =>
  rows[0]!.map((_, j) => rows.map((row) => row[j]!));

/** The same matrix in every form that ndarray-gemm takes. */
const forms: Readonly<Record<string, (rows: Numbers) => Matrix | Rows>> = {
  "nested arrays": (rows) => rows.map((row) => [...row]),
  "rows of float32": (rows) => rows.map((row) => Float32Array.from(row)),
  "a store": (rows) => ndarray(storeOf(rows.flat()), [rows.length, rows[0]!.length]),
  "a transposed store": (rows) =>
    ndarray(storeOf(transposed(rows).flat()), [rows[0]!.length, rows.length]).transpose(1, 0),
  "an ndarray": (rows) => ndarray(Float64Array.from(rows.flat()), [rows.length, rows[0]!.length]),
  "a transposed ndarray": (rows) =>
    ndarray(Float64Array.from(transposed(rows).flat()), [rows[0]!.length, rows.length]).transpose(
      1,
      0,
    ),
};

const rowsOf = (matrix: Matrix | Rows): number[][] =>
  "shape" in matrix
    ? Array.from({ length: matrix.shape[0]! }, (_, i) =>
        Array.from({ length: matrix.shape[1]! }, (__, j) => matrix.get(i, j)),
      )
    : matrix.map((row) => Array.from(row));

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
const old = [
  [2, 4, 6, 8],
  [10, 12, 14, 16],
];
const mixed = [
  [2.75, 1, 4, 6],
  [9, 4.25, 10.25, 12.25],
];

for (const [name, multiply] of [
  ["ndarray-gemm", ndarrayGemm],
  ["gemm", gemm],
] as readonly (readonly [string, Gemm])[]) {
  describe(`${name} in every mixture of nested arrays, stores and ndarrays`, () => {
    for (const [form, make] of Object.entries(forms)) {
      it(`multiplies hand-worked numbers into ${form}`, () => {
        for (const makeA of Object.values(forms)) {
          for (const makeB of Object.values(forms)) {
            const c = make(old) as Matrix;
            multiply(c, makeA(left), makeB(right));
            expect(rowsOf(c)).to.deep.equal(product);
            const other = make(old) as Matrix;
            multiply(other, makeA(left), makeB(right), 0.25, 0.5);
            expect(rowsOf(other)).to.deep.equal(mixed);
          }
        }
      });

      it(`finds for every pair of single ones where they meet in ${form}`, () => {
        const three = [0, 1, 2];
        const single = (i: number, j: number): number[][] =>
          three.map((r) => three.map((s) => (r === i && s === j ? 1 : 0)));
        for (const [i, j, k, l] of three.flatMap((p) =>
          three.flatMap((q) => three.flatMap((r) => three.map((s) => [p, q, r, s] as const))),
        )) {
          const c = make(three.map(() => [1, 1, 1])) as Matrix;
          multiply(c, make(single(i, j)), make(single(k, l)), 0.25, 0.5);
          const want = three.map((r) =>
            three.map((s) => (j === k && r === i && s === l ? 0.75 : 0.5)),
          );
          expect(rowsOf(c)).to.deep.equal(want);
        }
      });
    }
  });
}

describe("gemm on nested arrays", () => {
  it("gives the bits of float64 matrices, whatever the size", () => {
    const rows = (m: number, n: number): number[][] =>
      Array.from({ length: m }, (_, i) =>
        Array.from({ length: n }, (__, j) => Math.sin(i * n + j)),
      );
    const [a, b, c] = [rows(30, 1100), rows(1100, 20), rows(30, 20)];
    const want = forms["an ndarray"]!(c) as Matrix;
    gemm(want, forms["an ndarray"]!(a), forms["an ndarray"]!(b), 0.3, 0.7);
    gemm(c, a, b, 0.3, 0.7);
    expect(c).to.deep.equal(rowsOf(want));
  });

  it("does not read c if beta is 0, so that c may be empty places", () => {
    const c = [Array<number>(4), Array<number>(4)];
    gemm(c, left, right);
    expect(c).to.deep.equal(product);
  });

  it("reads c and the operands before it writes, so that c may be one of them", () => {
    const square = [
      [1, 2],
      [3, 4],
    ];
    gemm(square, square, square);
    expect(square).to.deep.equal([
      [7, 10],
      [15, 22],
    ]);
  });

  it("scales c if alpha is 0, and stores too", () => {
    for (const make of Object.values(forms)) {
      const c = make(old) as Matrix;
      gemm(c, left, right, 0, 2);
      expect(rowsOf(c)).to.deep.equal(old.map((row) => row.map((x) => 2 * x)));
      gemm(c, left, right, 0);
      expect(rowsOf(c)).to.deep.equal(old.map((row) => row.map(() => 0)));
    }
  });

  it("takes empty ones", () => {
    gemm([], [], []);
    const rows: number[] = [];
    gemm([rows, rows], [[1], [2]], [[]]);
    expect(rows).to.deep.equal([]);
    const c = [[5]];
    gemm(c, [[]], ndarray(new Float64Array(0), [0, 1]), 1, 2);
    expect(c).to.deep.equal([[10]]);
  });

  it("takes typed rows that are parts of one array", () => {
    const flat = new Float64Array(8);
    gemm([flat.subarray(4), flat.subarray(0, 4)], left, right);
    expect([...flat]).to.deep.equal([...product[1]!, ...product[0]!]);
  });

  const row = [1, 1];
  const flat = new Float64Array(4);
  const refusals: readonly (readonly [string, unknown, unknown, string])[] = [
    [
      "ragged rows",
      [[1, 2], [3]],
      [[1], [1]],
      "RangeError: gemm: a must have rows of one length, got 2 elements in row 0 and 1 in row 1",
    ],
    [
      "a vector",
      [1, 2],
      [[1], [1]],
      "TypeError: gemm: row 0 of a must be an array of numbers, got 1",
    ],
    [
      "a row that is missing",
      [[1, 2], , [3, 4]], // oxlint-disable-line no-sparse-arrays
      [[1], [1]],
      "TypeError: gemm: row 1 of a must be an array of numbers, got undefined",
    ],
    [
      "bigints",
      [BigInt64Array.of(1n, 2n)],
      [[1], [1]],
      "TypeError: gemm: row 0 of a must be an array of numbers, got a BigInt64Array",
    ],
    ["text", [[1, 2]], [[1], ["1"]], 'TypeError: gemm: b[1][0] must be a number, got "1"'],
    ["a hole", [Array(2)], [[1], [1]], "TypeError: gemm: a[0][0] must be a number, got undefined"],
    ["a cube", [[[1], [2]]], [[1], [1]], "TypeError: gemm: a[0][0] must be a number, got an Array"],
    [
      "shapes that do not match",
      [[1, 2]],
      [[1, 2]],
      "RangeError: gemm: c (m, n) = a (m, k) times b (k, n) needs matching shapes, got c [1, 1], a [1, 2], b [1, 2]",
    ],
  ];
  for (const [what, a, b, message] of refusals) {
    it(`refuses ${what} before anything is written`, () => {
      const c = [[7]];
      expect(() => gemm(c, a as Rows, b as Rows))
        .to.throw()
        .that.satisfies((error: Error) => String(error) === message, message);
      expect(c).to.deep.equal([[7]]);
    });
  }

  for (const [what, c, message] of [
    [
      "a row twice",
      [row, row],
      "c must have distinct elements, got rows that share memory in shape [2, 2]",
    ],
    [
      "typed rows that overlap",
      [flat.subarray(1, 3), flat.subarray(0, 2)],
      "c must have distinct elements, got rows that share memory in shape [2, 2]",
    ],
    [
      "a frozen row",
      [[0, 0], Object.freeze([0, 0])],
      "row 1 of c must take numbers, got a frozen Array",
    ],
    [
      "other values than numbers that beta would scale",
      [
        [0, null],
        [0, 0],
      ],
      "c[0][1] must be a number, got null",
    ],
  ] as const) {
    it(`refuses a result with ${what}`, () => {
      const before = structuredClone(c);
      const identity = [
        [1, 0],
        [0, 1],
      ];
      expect(() => gemm(c as unknown as number[][], identity, identity, 1, 1)).to.throw(
        `gemm: ${message}`,
      );
      expect(structuredClone(c)).to.deep.equal(before);
    });
  }

  it("refuses a store as c that is an operand too", () => {
    const square = ndarray(storeOf([1, 2, 3, 4]), [2, 2]);
    expect(() => gemm(square, square, square)).to.throw(
      "gemm: c must not overlap a, got c [2, 2] and a [2, 2]",
    );
  });
});

describe("gemm of huge empty matrices", () => {
  const most = 2 ** 31 - 1;
  const empty = (rows: number, columns: number): Matrix =>
    ndarray(new Float64Array(0), [rows, columns], [1, 1], 0);

  it("is done at once, whichever axes are huge", () => {
    const start = performance.now();
    for (const beta of [0, 2]) {
      gemm(empty(most, 0), empty(most, most).hi(most, 0), empty(0, 0), 1, beta);
      gemm(empty(most, 0), empty(most, 0), empty(0, 0), 0, beta);
      gemm(empty(0, most), empty(0, 0), empty(0, most), 1, beta);
      gemm(empty(0, 0), empty(0, most), empty(most, 0), 1, beta);
      const integers = ndarray(new Int32Array(0), [most, 0], [1, 1], 0);
      gemm(integers, empty(most, 0), empty(0, 0), 1, beta);
    }
    expect(performance.now() - start).to.be.below(1000);
  });

  it("finds at once that c does not overlap an operand of one element repeated", () => {
    const data = new Float64Array(3);
    const c = ndarray(data, [1, 2], [2, 2], 0);
    const a = ndarray(data, [1, most], [0, 0], 1);
    const b = ndarray(new Float64Array(0), [most, 2], [0, 0], 0);
    const start = performance.now();
    expect(() => gemm(c, a, b)).to.throw(
      "gemm: b must lie within its array of 0 elements, got elements 0 to 0",
    );
    expect(() => gemm(c, a, ndarray(data, [most, 2], [0, 2], 0))).to.throw(
      "gemm: c must not overlap b",
    );
    expect(performance.now() - start).to.be.below(1000);
  });
});
