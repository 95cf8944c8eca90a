/** Products: the matrices that callers pass, and the plain integers that are used inside. */
import type { GenericArray, NdArray, TypedArray } from "ndarray";
import type { DType, Floats } from "../../internal/arrays.ts";

/** The arrays that `gemm` multiplies. 64-bit integers are left out: JavaScript has them as bigints. */
export type MatrixData = Exclude<TypedArray, BigInt64Array | BigUint64Array> | number[];

/** An ndarray of rank 2 with any offset and strides, also of dtype "generic". */
export type Matrix = NdArray<MatrixData | GenericArray<number>>;

/** A matrix as nested arrays: `[[1, 2], [3, 4]]`. The rows may be typed arrays. */
export type Rows = readonly ArrayLike<number>[];

/**
 * A long sum is cut into chunks of this many terms. Each chunk is summed alone, then their sums are
 * added, all in order. Several threads can therefore share one sum, and its error grows with
 * k / TERMS + TERMS instead of with k. This number must stay: the bits of every result depend on it.
 */
export const TERMS = 1024;

/** One operand: `data[offset + i * rowStride + j * columnStride]` is its element (i, j). */
export interface Operand {
  readonly data: Floats;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** C (m, n) ← alpha·A (m, k)·B (k, n) + beta·C, all of one dtype. */
export interface Product {
  readonly dtype: DType;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly alpha: number;
  readonly beta: number;
  readonly c: Operand;
  readonly a: Operand;
  readonly b: Operand;
}

/** The parts of a matrix that a product keeps; the matrix must lie on an array of floats. */
export const operandOf = ({ data, offset, stride }: Matrix): Operand => ({
  data: data as Floats,
  offset,
  rowStride: stride[0]!,
  columnStride: stride[1]!,
});

/** Cᵀ = Bᵀ·Aᵀ */
export const turned = (product: Product): Product => ({
  ...product,
  m: product.n,
  n: product.m,
  c: transposed(product.c),
  a: transposed(product.b),
  b: transposed(product.a),
});

const transposed = (operand: Operand): Operand => ({
  ...operand,
  rowStride: operand.columnStride,
  columnStride: operand.rowStride,
});
