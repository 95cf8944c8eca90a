/** What may be multiplied, and what is left of it inside: an array and integers. */
import type { NdArray, TypedArray } from "ndarray";

/** The arrays of numbers that `gemm` multiplies; 64-bit integers are no numbers. */
export type MatrixData = Exclude<TypedArray, BigInt64Array | BigUint64Array> | number[];

/** An ndarray of rank 2 on any of them, with any offset and strides. */
export type Matrix = NdArray<MatrixData>;

/** The arrays that have kernels. */
export type FloatArray = Float64Array | Float32Array;

/** Whether other threads can have the buffer; browsers have such ones where pages are isolated. */
export const isShared = (buffer: ArrayBufferLike): buffer is SharedArrayBuffer =>
  typeof SharedArrayBuffer !== "undefined" && buffer instanceof SharedArrayBuffer;

/** One operand: `data[offset + i * rowStride + j * columnStride]` is its element (i, j). */
export interface Operand {
  readonly data: FloatArray;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** C (m, n) ← alpha·A (m, k)·B (k, n) + beta·C, all of one dtype. */
export interface Product {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly alpha: number;
  readonly beta: number;
  readonly c: Operand;
  readonly a: Operand;
  readonly b: Operand;
}

/** What a product needs of a matrix whose array has a kernel. */
export const operandOf = ({ data, offset, stride }: NdArray<FloatArray>): Operand => ({
  data,
  offset,
  rowStride: stride[0]!,
  columnStride: stride[1]!,
});

/** Whether all three are of one dtype that has a kernel. */
export const areFloats = (
  matrices: readonly [Matrix, Matrix, Matrix],
): matrices is readonly [NdArray<FloatArray>, NdArray<FloatArray>, NdArray<FloatArray>] => {
  const [{ data: c }, { data: a }, { data: b }] = matrices;
  return c instanceof Float64Array
    ? a instanceof Float64Array && b instanceof Float64Array
    : c instanceof Float32Array && a instanceof Float32Array && b instanceof Float32Array;
};

/** The same elements with rows and columns exchanged. */
export const transposed = ({ data, offset, rowStride, columnStride }: Operand): Operand => ({
  data,
  offset,
  rowStride: columnStride,
  columnStride: rowStride,
});

/** Cᵀ = Bᵀ·Aᵀ */
export const turned = ({ m, n, k, alpha, beta, c, a, b }: Product): Product => ({
  m: n,
  n: m,
  k,
  alpha,
  beta,
  c: transposed(c),
  a: transposed(b),
  b: transposed(a),
});
