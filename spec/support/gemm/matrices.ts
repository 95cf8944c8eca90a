/** Matrices of every layout inside larger arrays of sentinels, and the expected products. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";

export type Floats = Float64Array | Float32Array;
export type FloatType = typeof Float64Array | typeof Float32Array;
export type FloatMatrix = NdArray<Floats>;

/** Fills the elements of an array that belong to no matrix. */
export const SENTINEL = 12345;

/** Strides of a matrix by name. Those of `repeated` are for operands that are only read. */
export const layouts: Readonly<
  Record<string, (rows: number, columns: number) => [number, number]>
> = {
  "row-major": (_, columns) => [columns, 1],
  transposed: (rows) => [1, rows],
  "rows apart": (_, columns) => [columns + 3, 1],
  "columns apart": (rows) => [1, rows + 3],
  stepped: (_, columns) => [2 * columns + 1, 2],
  "stepped and transposed": (rows) => [3, 3 * rows + 2],
  "rows reversed": (_, columns) => [-columns, 1],
  "columns reversed": (_, columns) => [columns, -1],
  "reversed and stepped": (rows) => [-2, -2 * rows],
};
export const repeated: typeof layouts = {
  "one row repeated": () => [0, 1],
  "one column repeated": () => [1, 0],
  "one element repeated": () => [0, 0],
};

/** A matrix of `value(i, j)` with these strides. Every other element of its array is a sentinel. */
export function matrixOf(
  Type: FloatType,
  shape: readonly [number, number],
  stride: readonly [number, number],
  value: (i: number, j: number) => number,
  margin = 5,
): FloatMatrix {
  const reach = shape.map((length, axis) => Math.max(length - 1, 0) * stride[axis]!);
  const low = Math.min(reach[0]!, 0) + Math.min(reach[1]!, 0);
  const high = Math.max(reach[0]!, 0) + Math.max(reach[1]!, 0);
  const data: Floats = new Type(high - low + 1 + 2 * margin).fill(SENTINEL);
  const matrix = ndarray(data, [...shape], [...stride], margin - low);
  for (let i = 0; i < shape[0]; i++) {
    let at = margin - low + i * stride[0];
    for (let j = 0; j < shape[1]; j++, at += stride[1]) data[at] = value(i, j);
  }
  return matrix;
}

/** The same elements in an array of their own. */
export const copied = ({ data, shape, stride, offset }: FloatMatrix): FloatMatrix =>
  ndarray<Floats>(data.slice(), [...shape], [...stride], offset);

/** The elements of alpha·a·b + beta·c in float64, row by row, each with its Σ|a||b|. */
export function expected(
  c: FloatMatrix,
  a: FloatMatrix,
  b: FloatMatrix,
  alpha = 1,
  beta = 0,
): { value: number; magnitude: number; index: number }[] {
  const elements = [];
  const [m, n, k] = [c.shape[0]!, c.shape[1]!, a.shape[1]!];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      let magnitude = 0;
      let ai = a.index(i, 0);
      let bj = b.index(0, j);
      for (let p = 0; p < k; p++) {
        const term = a.data[ai]! * b.data[bj]!;
        sum += term;
        magnitude += Math.abs(term);
        ai += a.stride[1]!;
        bj += b.stride[0]!;
      }
      const index = c.index(i, j);
      const value = (alpha === 0 ? 0 : alpha * sum) + (beta === 0 ? 0 : beta * c.data[index]!);
      elements.push({ value, magnitude, index });
    }
  }
  return elements;
}

/** A 32-bit linear congruential generator (Numerical Recipes), for tables of cases. */
export function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
