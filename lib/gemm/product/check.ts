/** The checks at the door: each refusal names what was needed and what came. */
import { isFlatData } from "../../internal/arrays.ts";
import { checkReach, isNdArray } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import type { Matrix, MatrixData } from "./product.ts";
import { overlaps, overlapsItself } from "../../internal/overlap.ts";

// prettier-ignore
const dtypes = new Set<string>([
  "float64", "float32", "float16", "int8", "int16", "int32", "uint8", "uint16", "uint32",
  "uint8_clamped", "array",
]);

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
  const { data } = matrix;
  if (!(isFloatArray(data) || isFlatData(data))) {
    throw new TypeError(`gemm: ${name} must hold numbers in an array, got ${nameOf(data)}`);
  }
  const [rows, columns] = shape as [number, number];
  const [rowStride, columnStride] = stride as [number, number];
  if (
    !(isInt32(rows) && isInt32(columns) && rows >= 0 && columns >= 0) ||
    !(isInt32(rowStride) && isInt32(columnStride) && isInt32(offset))
  ) {
    throw new RangeError(
      `gemm: ${name} must have integers as shape, stride and offset, got ${shown(matrix)}, stride [${stride.join(", ")}], offset ${offset}`,
    );
  }
  checkReach("gemm", name, matrix);
}

/** What is usual, told at once. A proxy is an instance of a class whose getters it has not. */
const isFloatArray = (data: unknown): boolean =>
  ArrayBuffer.isView(data) && (data instanceof Float64Array || data instanceof Float32Array);

/** ndarray keeps its integers in 32 bits. */
const isInt32 = (value: number): boolean => (value | 0) === value;

/** A factor as a number of the result's kind, as in BLAS. */
export function factorOf(name: string, factor: unknown, { data }: Matrix): number {
  if (typeof factor !== "number") {
    throw new TypeError(`gemm: ${name} must be a number, got ${nameOf(factor)}`);
  }
  const single = data instanceof Float32Array;
  const rounded = single ? Math.fround(factor) : factor;
  if (!Number.isFinite(rounded)) {
    const kind = single ? " in float32" : "";
    throw new RangeError(`gemm: ${name} must be finite${kind}, got ${factor}`);
  }
  return rounded;
}

export function checkShapes(c: Matrix, a: Matrix, b: Matrix): void {
  const [m, n] = c.shape;
  if (m === a.shape[0] && n === b.shape[1] && a.shape[1] === b.shape[0]) return;
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
