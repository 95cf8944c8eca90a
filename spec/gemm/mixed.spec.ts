/** Integers, plain Arrays, stores and mixed types: drawn products beside those of ndarray-gemm. */
import { expect } from "chai";
import ndarray from "ndarray";
import ndarrayGemm from "ndarray-gemm";
import { gemm, type Matrix, type Rows } from "ndarray-params/gemm";
import { drawer, layouts, repeated } from "../support/gemm/matrices.ts";

const draw = drawer(20);
const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;

type Make = (size: number) => Matrix["data"];

function storeOf(size: number): Matrix["data"] {
  const kept = Array<number>(size).fill(0);
  return {
    length: size,
    get: (i: number): number => kept[i]!,
    set: (i: number, value: number): void => void (kept[i] = value),
  };
}

// oxfmt-ignore
const kinds: Readonly<Record<string, Make>> = {
  int8: (size) => new Int8Array(size),
  int16: (size) => new Int16Array(size),
  int32: (size) => new Int32Array(size),
  uint8: (size) => new Uint8Array(size),
  uint8_clamped: (size) => new Uint8ClampedArray(size),
  uint16: (size) => new Uint16Array(size),
  uint32: (size) => new Uint32Array(size),
  float32: (size) => new Float32Array(size),
  float64: (size) => new Float64Array(size),
  array: (size) => Array<number>(size).fill(0),
  generic: storeOf,
};

/** A matrix of drawn numbers. Small ones leave fractions to round, large ones pass an integer's range. */
function drawn(make: Make, rows: number, columns: number, strides: typeof layouts): Matrix {
  const stride = pick(Object.values(strides))(rows, columns);
  const reaches = [(rows - 1) * stride[0], (columns - 1) * stride[1]];
  const low = Math.min(0, reaches[0]!) + Math.min(0, reaches[1]!);
  const high = Math.max(0, reaches[0]!) + Math.max(0, reaches[1]!);
  const matrix = ndarray(make(high - low + 3), [rows, columns], stride, 1 - low);
  const range = pick([1, 10, 1000]);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) matrix.set(i, j, (draw(2 ** 20) / 2 ** 19 - 1) * range);
  }
  return matrix;
}

const elementsOf = ({ data }: Matrix): number[] =>
  Array.from({ length: data.length }, (_, i) => ("get" in data ? data.get(i) : data[i]!));

/** Whether two matrices have the same bits, beside their elements too. */
function areSame(one: Matrix, other: Matrix): boolean {
  const elements = elementsOf(other);
  return elementsOf(one).every((element, i) => Object.is(element, elements[i]));
}

function copyOf(matrix: Matrix, make: Make): Matrix {
  const { shape, stride, offset } = matrix;
  const copy = ndarray(make(matrix.data.length), [...shape], [...stride], offset);
  const whole = ndarray(copy.data);
  for (const [i, element] of elementsOf(matrix).entries()) whole.set(i, element);
  return copy;
}

/** Lengths around the blocks of 32 terms. */
const lengths = [1, 1, 2, 3, 5, 31, 32, 33, 64, 65, 70, 97];
const factors = [1, -1, 0.5, 0.3];

describe("gemm of arrays that no kernel multiplies", () => {
  it("gives the bits of ndarray-gemm in 100 drawn products", () => {
    const names = Object.keys(kinds);
    const floats = new Set(["float32", "float64"]);
    for (let count = 0; count < 100;) {
      const [ofC, ofA, ofB] = [pick(names), pick(names), pick(names)];
      if (ofC === ofA && ofA === ofB && floats.has(ofC)) continue;
      count++;
      const [m, n, k] = [pick(lengths) % 40, pick(lengths) % 40, pick(lengths)].map((length) =>
        Math.max(1, length),
      ) as [number, number, number];
      const a = drawn(kinds[ofA]!, m, k, { ...layouts, ...repeated });
      const b = drawn(kinds[ofB]!, k, n, { ...layouts, ...repeated });
      const c = drawn(kinds[ofC]!, m, n, layouts);
      const want = copyOf(c, kinds[ofC]!);
      // A factor is rounded to the type of c, which ndarray-gemm leaves out.
      const [alpha, beta] = [pick(factors), pick([0, ...factors])].map((factor) =>
        ofC === "float32" ? Math.fround(factor) : factor,
      ) as [number, number];
      gemm(c, a, b, alpha, beta);
      ndarrayGemm(want, a, b, alpha, beta);
      const call = [ofC, ofA, ofB, m, n, k, c.stride, a.stride, b.stride, alpha, beta].join(" ");
      expect(areSame(c, want), call).to.equal(true);
    }
  });

  it("gives the bits of ndarray-gemm for nested arrays beside integers", () => {
    for (let count = 0; count < 200; count++) {
      const [m, n, k] = [pick([1, 2, 5]), pick([1, 2, 5]), pick(lengths)];
      const rows = (length: number, columns: number): Rows =>
        Array.from({ length }, () =>
          Array.from({ length: columns }, () => draw(2 ** 20) / 2 ** 19 - 1),
        );
      const integers = drawn(kinds["int16"]!, k, n, layouts);
      const [a, other] = [rows(m, k), rows(n, k)];
      const [one, two] = [drawn(kinds["array"]!, m, n, layouts), rows(m, n) as number[][]];
      const oneWant = copyOf(one, kinds["array"]!);
      const twoWant = structuredClone(two);
      gemm(one, a, integers, 0.3, 0.7);
      ndarrayGemm(oneWant, a, integers, 0.3, 0.7);
      gemm(two, a, integers, 0.3, 0.7);
      ndarrayGemm(twoWant, a, integers, 0.3, 0.7);
      expect(areSame(one, oneWant)).to.equal(true);
      expect(two).to.deep.equal(twoWant);
      const transposed = drawn(kinds["int16"]!, k, m, layouts).transpose(1, 0);
      const third = drawn(kinds["int32"]!, m, n, layouts);
      const thirdWant = copyOf(third, kinds["int32"]!);
      const b = other[0]!.length === k ? rows(k, n) : other;
      gemm(third, transposed, b, 1, 1);
      ndarrayGemm(thirdWant, transposed, b, 1, 1);
      expect(areSame(third, thirdWant)).to.equal(true);
    }
  });

  it("rounds an integer result after every 32 terms, from the last term on, as ndarray-gemm does", () => {
    const ones = (rows: number, columns: number): Matrix =>
      ndarray(Array<number>(rows * columns).fill(1), [rows, columns]);
    const halves = ndarray(Array<number>(66).fill(0.5), [33, 1], [2, 1], 0); // lies by rows
    const c = ndarray(new Int32Array(1), [1, 1]);
    gemm(c, ones(1, 33), halves);
    expect(c.get(0, 0)).to.equal(16); // 32 halves, and then 16 + 0.5 is cut
  });

  it("multiplies objects with the fields of an ndarray, without an order or a dtype", () => {
    const matrix = (data: Int32Array, stride: number[]): Matrix =>
      ({ data, shape: [2, 2], stride, offset: 0 }) as unknown as Matrix;
    const c = new Int32Array(4);
    gemm(matrix(c, [2, 1]), matrix(Int32Array.of(1, 2, 3, 4), [2, 1]), matrix(Int32Array.of(5, 7, 6, 8), [1, 2])); // oxfmt-ignore
    expect([...c]).to.deep.equal([19, 22, 43, 50]);
  });

  it("writes nothing if an element is no number that multiplies", () => {
    const c = ndarray(Int32Array.of(7), [1, 1]);
    const bigints = ndarray([1n] as unknown as number[], [1, 1]);
    expect(() => gemm(c, bigints, bigints)).to.throw(TypeError);
    expect(c.get(0, 0)).to.equal(7);
  });
});
