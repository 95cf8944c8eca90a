/** The checks of `gemm`. Each refusal names what was needed and what came. */
import { floatDtypeOf, isBigInts, isFlatData, type DType } from "../../internal/arrays.ts";
import { checkSpan } from "../../internal/checks.ts";
import { refusal, shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { checkNumber, finite } from "../../internal/numbers.ts";
import { overlaps, overlapsItself } from "../../internal/overlap.ts";
import type { Matrix } from "./product.ts";
import { isStore } from "./store.ts";

/** Checks a matrix; returns the dtype of its array if that holds floats of 64 or 32 bits. */
export function checkMatrix(name: string, matrix: Matrix): DType | undefined {
  const { data, shape, stride, offset, dtype } = matrix;
  if (shape.length !== 2 || stride.length !== 2) throw wrongRank(name, matrix);
  const floats = floatDtypeOf(data);
  const isNumbers =
    floats !== undefined ||
    (dtype === "generic" ? isStore(data) : isFlatData(data) && !isBigInts(data));
  if (!isNumbers) throw wrongKind("gemm", name, "hold numbers in an array", data);
  const [rows, columns] = shape as [number, number];
  const [rowStride, columnStride] = stride as [number, number];
  if (
    !(isInt32(rows) && isInt32(columns) && rows >= 0 && columns >= 0) ||
    !(isInt32(rowStride) && isInt32(columnStride) && isInt32(offset))
  ) {
    throw wrongPlace(name, matrix);
  }
  checkSpan("gemm", name, matrix);
  return floats;
}

function wrongRank(name: string, { shape, stride }: Matrix): RangeError {
  const strides = stride.length === shape.length ? "" : ` and stride ${shapeText(stride)}`;
  return wrongNumber("gemm", name, "have rank 2", `shape ${shapeText(shape)}${strides}`);
}

function wrongPlace(name: string, { shape, stride, offset }: Matrix): RangeError {
  const got = `shape ${shapeText(shape)}, stride ${shapeText(stride)}, offset ${offset}`;
  return wrongNumber("gemm", name, "have integers as shape, stride and offset", got);
}

/** ndarray keeps its integers in 32 bits. */
const isInt32 = (value: number): boolean => (value | 0) === value;

/** A factor as a number of the result's dtype, as in BLAS. */
export function factorOf(name: string, factor: unknown, dtype: DType | undefined): number {
  checkNumber("gemm", name, factor, finite);
  if (dtype !== "float32") return factor;
  const rounded = Math.fround(factor);
  if (Number.isFinite(rounded)) return rounded;
  throw wrongNumber("gemm", name, "be finite in float32", factor);
}

export function checkShapes(c: Matrix, a: Matrix, b: Matrix): void {
  const [m, n] = c.shape;
  if (m === a.shape[0] && n === b.shape[1] && a.shape[1] === b.shape[0]) return;
  const got = `c ${shapeText(c.shape)}, a ${shapeText(a.shape)}, b ${shapeText(b.shape)}`;
  throw new RangeError(
    `gemm: c (m, n) = a (m, k) times b (k, n) needs matching shapes, got ${got}`,
  );
}

export function checkResult(c: Matrix, a: Matrix, b: Matrix): void {
  if (overlapsItself(c)) {
    const got = `shape ${shapeText(c.shape)} with stride ${shapeText(c.stride)}`;
    throw wrongNumber("gemm", "c", "have distinct elements", got);
  }
  if (Array.isArray(c.data) && Object.isFrozen(c.data)) {
    throw new TypeError(refusal("gemm", "c", "take numbers", "a frozen Array"));
  }
  if (overlaps(c, a)) throw overlap(c, "a", a);
  if (overlaps(c, b)) throw overlap(c, "b", b);
}

const overlap = (c: Matrix, name: string, operand: Matrix): RangeError => {
  const got = `c ${shapeText(c.shape)} and ${name} ${shapeText(operand.shape)}`;
  return wrongNumber("gemm", "c", `not overlap ${name}`, got);
};
