/** The refusals of gemm, with the exact text. They come before anything is written. */
import { expect } from "chai";
import ndarray from "ndarray";
import { arena, gemm, type Matrix } from "ndarray-params/gemm";

const matrix = (rows: number, columns: number, value = 1): Matrix =>
  ndarray(new Float64Array(rows * columns).fill(value), [rows, columns]);
const whole = ndarray(new Float64Array(100).fill(7), [10, 10]);
const detached = (): Matrix => {
  const gone = matrix(2, 2);
  structuredClone(gone.data, { transfer: [(gone.data as Float64Array).buffer as ArrayBuffer] });
  return gone;
};
/** ES2024: no other file needs it. */
const Resizable = ArrayBuffer as unknown as new (
  byteLength: number,
  options: { maxByteLength: number },
) => ArrayBuffer & { resize: (byteLength: number) => void };
const shrunk = (): Matrix => {
  const buffer = new Resizable(32, { maxByteLength: 64 });
  const short = ndarray(new Float64Array(buffer), [2, 2]);
  buffer.resize(24);
  return short;
};
const view = (fields: object): Matrix =>
  Object.assign(Object.create(matrix(2, 2)) as Matrix, fields);

type Call = (c: Matrix) => void;
const square = matrix(2, 2);
const nothing: unknown = undefined;
const text: unknown = "1";

const refusals: readonly (readonly [string, Call, ErrorConstructor, string])[] = [
  [
    "shapes that do not match",
    (c) => gemm(c, matrix(2, 3), matrix(2, 2)),
    RangeError,
    "gemm: c (m, n) = a (m, k) times b (k, n) needs matching shapes, got c [2, 2], a [2, 3], b [2, 2]",
  ],
  [
    "a result of another height",
    (c) => gemm(c, matrix(3, 2), square),
    RangeError,
    "gemm: c (m, n) = a (m, k) times b (k, n) needs matching shapes, got c [2, 2], a [3, 2], b [2, 2]",
  ],
  [
    "a result of another width",
    (c) => gemm(c, square, matrix(2, 3)),
    RangeError,
    "gemm: c (m, n) = a (m, k) times b (k, n) needs matching shapes, got c [2, 2], a [2, 2], b [2, 3]",
  ],
  [
    "a result that is frozen",
    () => gemm(ndarray(Object.freeze([0, 0, 0, 0]) as number[], [2, 2]), square, square),
    TypeError,
    "gemm: c must take numbers, got a frozen Array",
  ],
  [
    "a vector",
    (c) => gemm(c, ndarray(new Float64Array(2)), square),
    RangeError,
    "gemm: a must have rank 2, got shape [2]",
  ],
  [
    "a cube",
    (c) => gemm(c, square, ndarray(new Float64Array(8), [2, 2, 2])),
    RangeError,
    "gemm: b must have rank 2, got shape [2, 2, 2]",
  ],
  [
    "strides for another rank",
    (c) => gemm(c, view({ stride: [2, 1, 1] }), square),
    RangeError,
    "gemm: a must have rank 2, got shape [2, 2] and stride [2, 1, 1]",
  ],
  [
    "nothing",
    () => gemm(nothing as Matrix, square, square),
    TypeError,
    "gemm: c must be an ndarray of rank 2 or an array of rows, got undefined",
  ],
  [
    "an array",
    (c) => gemm(c, new Float64Array(4) as unknown as Matrix, square),
    TypeError,
    "gemm: a must be an ndarray of rank 2 or an array of rows, got a Float64Array",
  ],
  [
    "an array that holds no numbers",
    (c) => gemm(c, ndarray(new BigInt64Array(4), [2, 2]) as unknown as Matrix, square),
    TypeError,
    "gemm: a must hold numbers in an array, got a BigInt64Array",
  ],
  [
    "a generic dtype on nothing",
    (c) => gemm(c, view({ dtype: "generic", data: null }), square),
    TypeError,
    "gemm: a must hold numbers in an array, got null",
  ],
  [
    "an array that is not one",
    (c) => gemm(c, view({ data: "1234" }), square),
    TypeError,
    'gemm: a must hold numbers in an array, got "1234"',
  ],
  [
    "an alpha that is not finite",
    (c) => gemm(c, square, square, NaN),
    RangeError,
    "gemm: alpha must be finite, got NaN",
  ],
  [
    "a beta that is not finite",
    (c) => gemm(c, square, square, 1, -Infinity),
    RangeError,
    "gemm: beta must be finite, got -Infinity",
  ],
  [
    "an alpha that is not finite in the type of the result",
    () => {
      const [single, a] = [0, 0].map(() => ndarray(new Float32Array(4), [2, 2]));
      gemm(single!, a!, a!, 1e39);
    },
    RangeError,
    "gemm: alpha must be finite in float32, got 1e+39",
  ],
  [
    "a beta that is not finite in the type of the result",
    () => gemm(ndarray(new Float32Array(4), [2, 2]), square, square, 1, -1e39),
    RangeError,
    "gemm: beta must be finite in float32, got -1e+39",
  ],
  [
    "a proxy of an array, which lacks the internal slots of the array",
    (c) => gemm(c, view({ data: new Proxy(new Float64Array(4), {}) }), square),
    TypeError,
    "gemm: a must hold numbers in an array, got a Float64Array",
  ],
  [
    "a buffer that has become too short for its array",
    (c) => gemm(c, square, shrunk()),
    RangeError,
    "gemm: b must lie within its array of 3 elements, got elements 0 to 3",
  ],
  [
    "an alpha that is not a number",
    (c) => gemm(c, square, square, text as number),
    TypeError,
    'gemm: alpha must be a number, got "1"',
  ],
  [
    "an alpha that is null",
    (c) => gemm(c, square, square, null as unknown as number),
    TypeError,
    "gemm: alpha must be a number, got null",
  ],
  [
    "an alpha that is a bigint",
    (c) => gemm(c, square, square, 1n as unknown as number),
    TypeError,
    "gemm: alpha must be a number, got 1n",
  ],
  [
    "a beta that is null",
    (c) => gemm(c, square, square, 1, null as unknown as number),
    TypeError,
    "gemm: beta must be a number, got null",
  ],
  [
    "a shape that is not an integer",
    (c) => gemm(c, view({ shape: [2, NaN] }), square),
    RangeError,
    "gemm: a must have integers as shape, stride and offset, got shape [2, NaN], stride [2, 1], offset 0",
  ],
  [
    "a negative shape",
    (c) => gemm(c, view({ shape: [-2, 2] }), square),
    RangeError,
    "gemm: a must have integers as shape, stride and offset, got shape [-2, 2], stride [2, 1], offset 0",
  ],
  [
    "an offset that is not an integer",
    (c) => gemm(c, view({ offset: 0.5 }), square),
    RangeError,
    "gemm: a must have integers as shape, stride and offset, got shape [2, 2], stride [2, 1], offset 0.5",
  ],
  [
    "a view that reaches outside its array",
    (c) => gemm(c, square, view({ offset: 1 })),
    RangeError,
    "gemm: b must lie within its array of 4 elements, got elements 1 to 4",
  ],
  [
    "a detached buffer",
    (c) => gemm(c, square, detached()),
    RangeError,
    "gemm: b must lie within its array of 0 elements, got elements 0 to 3",
  ],
  [
    "a result that overlaps a",
    () => gemm(whole.lo(1, 1).hi(4, 4), whole.lo(4, 4).hi(4, 4), matrix(4, 4)),
    RangeError,
    "gemm: c must not overlap a, got c [4, 4] and a [4, 4]",
  ],
  [
    "a result that overlaps b",
    () => gemm(whole.hi(4, 10).step(1, 2), matrix(4, 3), whole.hi(3, 5)),
    RangeError,
    "gemm: c must not overlap b, got c [4, 5] and b [3, 5]",
  ],
  [
    "a result that is an operand",
    (c) => gemm(c, c, c),
    RangeError,
    "gemm: c must not overlap a, got c [2, 2] and a [2, 2]",
  ],
  [
    "a stride of 0 in the result",
    (c) => gemm(ndarray(c.data, [2, 2], [0, 1], 0), square, square),
    RangeError,
    "gemm: c must have distinct elements, got shape [2, 2] with stride [0, 1]",
  ],
  [
    "a result whose rows overlap",
    (c) => gemm(ndarray(c.data, [2, 2], [1, 1], 0), square, square),
    RangeError,
    "gemm: c must have distinct elements, got shape [2, 2] with stride [1, 1]",
  ],
];

describe("gemm refuses", () => {
  for (const [name, call, Kind, message] of refusals) {
    it(name, () => {
      const c = matrix(2, 2, 5);
      expect(() => call(c))
        .to.throw(Kind)
        .with.property("message", message);
      expect(c.data).to.deep.equal(Float64Array.of(5, 5, 5, 5));
      expect((whole.data as Float64Array).every((element) => element === 7)).to.equal(true);
    });
  }
});

describe("arena refuses", () => {
  const small = arena(100);
  small.float32(3);
  for (const [name, call, message] of [
    [
      "a size that is not an integer",
      () => arena(0.5),
      "arena: byteLength must be a whole number of at least 0, got 0.5",
    ],
    [
      "more than a memory holds besides the scratch",
      () => arena(2 ** 50),
      `arena: byteLength must be ${2 ** 32 - 18.25 * 2 ** 20} or less, got ${2 ** 50}`,
    ],
    [
      "a negative length",
      () => small.float64(-1),
      "arena.float64: size must be a whole number of at least 0, got -1",
    ],
    [
      "more than is left",
      () => small.float64(5),
      "arena.float64: needs 40 bytes, 36 of 100 are left",
    ],
    [
      "more than is left in float32",
      () => small.float32(10),
      "arena.float32: needs 40 bytes, 36 of 100 are left",
    ],
  ] as const) {
    it(name, () => {
      expect(call).to.throw(RangeError).with.property("message", message);
    });
  }

  it("options that it does not know, and a flag that only looks true", () => {
    const make = (options: unknown) => () => arena(8, options as object);
    expect(make({ share: true })).to.throw(
      RangeError,
      'arena: no option "share"; its options are shared',
    );
    expect(make({ shared: 1 })).to.throw(TypeError, "arena: shared must be true or false, got 1");
    expect(make(true)).to.throw(TypeError, "arena: options must be an object, got true");
  });
});
