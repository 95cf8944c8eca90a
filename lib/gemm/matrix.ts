/** What may be multiplied, checked at the door and resolved to integers. */
import type { NdArray, TypedArray } from "ndarray";
import { overlaps, overlapsItself } from "./overlap.ts";
import { checkReach, isNdArray, nameOf } from "../incoming.ts";

/** The arrays of numbers that `gemm` multiplies; 64-bit integers are no numbers. */
export type MatrixData = Exclude<TypedArray, BigInt64Array | BigUint64Array> | number[];

/** An ndarray of rank 2 on any of them, with any offset and strides. */
export type Matrix = NdArray<MatrixData>;

/** The arrays that have kernels. */
export type FloatArray = Float64Array | Float32Array;

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

const dtypes = new Set<string>(
  "float64 float32 float16 int8 int16 int32 uint8 uint16 uint32 uint8_clamped array buffer".split(
    " ",
  ),
);

export function checkMatrix(name: string, matrix: unknown): asserts matrix is Matrix {
  if (!isNdArray<MatrixData>(matrix)) {
    throw new TypeError(`gemm: ${name} must be an ndarray of rank 2, got ${nameOf(matrix)}`);
  }
  const { shape, stride, offset, dtype } = matrix;
  if (shape.length !== 2 || stride.length !== 2) {
    throw new RangeError(`gemm: ${name} must have rank 2, got ${shown(matrix)}`);
  }
  // The dtype becomes part of the code that ndarray-gemm generates.
  if (!dtypes.has(dtype)) {
    throw new TypeError(`gemm: ${name} must hold numbers in an array, got dtype ${nameOf(dtype)}`);
  }
  const [rows, columns] = shape as [number, number];
  const [rowStride, columnStride] = stride as [number, number];
  if (
    !(isInt32(rows) && isInt32(columns) && rows >= 0 && columns >= 0) ||
    !(isInt32(rowStride) && isInt32(columnStride) && isInt32(offset))
  ) {
    throw new RangeError(
      `gemm: ${name} must have integers in its shape, stride and offset, got ${shown(matrix)}, stride [${stride.join(", ")}], offset ${offset}`,
    );
  }
  checkReach("gemm", name, matrix);
}

/** ndarray keeps its integers in 32 bits. */
const isInt32 = (value: number): boolean => (value | 0) === value;

export function checkFactor(name: string, factor: unknown): asserts factor is number {
  if (typeof factor !== "number") {
    throw new TypeError(`gemm: ${name} must be a number, got ${nameOf(factor)}`);
  }
  if (!Number.isFinite(factor)) {
    throw new RangeError(`gemm: ${name} must be finite, got ${factor}`);
  }
}

export function checkShapes(c: Matrix, a: Matrix, b: Matrix): void {
  if (
    c.shape[0] === a.shape[0] &&
    c.shape[1] === b.shape[1] &&
    a.shape[1] === b.shape[0] //
  ) {
    return;
  }
  throw new RangeError(
    `gemm: c (m, n) = a (m, k) times b (k, n) needs matching shapes, got c ${shapeOf(c)}, a ${shapeOf(a)}, b ${shapeOf(b)}`,
  );
}

export function checkResult(c: Matrix, a: Matrix, b: Matrix): void {
  if (overlapsItself(c)) {
    throw new RangeError(
      `gemm: c must have distinct elements, got ${shown(c)} with stride [${c.stride.join(", ")}]`,
    );
  }
  if (overlaps(c, a)) {
    throw new RangeError(`gemm: c must not overlap a, got c ${shapeOf(c)} and a ${shapeOf(a)}`);
  }
  if (overlaps(c, b)) {
    throw new RangeError(`gemm: c must not overlap b, got c ${shapeOf(c)} and b ${shapeOf(b)}`);
  }
}

const shapeOf = ({ shape }: Matrix): string => `[${shape.join(", ")}]`;

const shown = (matrix: Matrix): string => `shape ${shapeOf(matrix)}`;

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
