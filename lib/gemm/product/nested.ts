/** Nested arrays as operands: they are copied to matrices of float64, and a result is copied back. */
import { isBigInts, isFlatData, isNdArray } from "../../internal/arrays.ts";
import { refusal, shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import type { Matrix, MatrixData, Rows } from "./product.ts";

/** Multiplies operands of which one or more are nested arrays. */
export function multiplyNested(
  multiply: (c: Matrix, a: Matrix, b: Matrix, alpha: number, beta: number) => void,
  c: Matrix | Rows,
  a: Matrix | Rows,
  b: Matrix | Rows,
  alpha: number,
  beta: number,
): void {
  const { matrix, copyBack } = resultOf(c, beta !== 0);
  multiply(matrix, matrixOf("a", a), matrixOf("b", b), alpha, beta);
  copyBack?.();
}

/** Returns a matrix as it is, and copies nested arrays to one. */
function matrixOf(name: string, operand: Matrix | Rows): Matrix {
  if (isNdArray<MatrixData>(operand)) return operand;
  const rows = rowsOf(name, operand);
  return rowMajor(numbersOf(name, rows), rows.length, rows[0]?.length ?? 0);
}

function numbersOf(name: string, rows: Rows): Float64Array {
  const columns = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < columns; j++) {
      const value: unknown = row[j];
      if (typeof value !== "number") {
        throw wrongKind("gemm", `${name}[${i}][${j}]`, "be a number", value);
      }
      data[i * columns + j] = value;
    }
  }
  return data;
}

/** The result of a product as a matrix. If that is a copy, `copyBack` writes it to nested arrays. */
function resultOf(
  c: Matrix | Rows,
  isRead: boolean,
): { readonly matrix: Matrix; readonly copyBack?: () => void } {
  if (isNdArray<MatrixData>(c)) return { matrix: c };
  const rows = rowsOf("c", c) as readonly MatrixData[];
  const columns = rows[0]?.length ?? 0;
  checkRows(rows);
  const data = isRead ? numbersOf("c", rows) : new Float64Array(rows.length * columns);
  const copyBack = (): void => {
    for (const [i, row] of rows.entries()) {
      for (let j = 0; j < columns; j++) row[j] = data[i * columns + j]!;
    }
  };
  return { matrix: rowMajor(data, rows.length, columns), copyBack };
}

/** The fields that are read. A matrix of one column lies by rows here, whatever its strides say. */
const rowMajor = (data: Float64Array, rows: number, columns: number): Matrix =>
  ({
    data,
    shape: [rows, columns],
    stride: [columns, 1],
    offset: 0,
    order: [1, 0],
  }) as unknown as Matrix;

/** Checks that an operand consists of rows of one length. */
function rowsOf(name: string, operand: unknown): Rows {
  if (!Array.isArray(operand)) {
    throw wrongKind("gemm", name, "be an ndarray of rank 2 or an array of rows", operand);
  }
  const rows = Array.from(operand as readonly unknown[]); // a hole is a row that is undefined
  for (const [i, row] of rows.entries()) {
    if (!isFlatData(row) || isBigInts(row)) {
      throw wrongKind("gemm", `row ${i} of ${name}`, "be an array of numbers", row);
    }
    const { length } = rows[0] as MatrixData;
    if (row.length !== length) {
      const got = `${length} elements in row 0 and ${row.length} in row ${i}`;
      throw wrongNumber("gemm", name, "have rows of one length", got);
    }
  }
  return rows as Rows;
}

/** Refuses rows that cannot be written, and rows that share an element. */
function checkRows(rows: readonly MatrixData[]): void {
  const frozen = rows.findIndex((row) => Array.isArray(row) && Object.isFrozen(row));
  if (frozen >= 0) {
    throw new TypeError(refusal("gemm", `row ${frozen} of c`, "take numbers", "a frozen Array"));
  }
  const ends = new Map<object, number>();
  const spans = rows.map((row) =>
    Array.isArray(row)
      ? { memory: row, start: 0, end: row.length }
      : { memory: row.buffer, start: row.byteOffset, end: row.byteOffset + row.byteLength },
  );
  for (const { memory, start, end } of spans.toSorted((x, y) => x.start - y.start)) {
    if (start < (ends.get(memory) ?? 0)) {
      const got = `rows that share memory in shape ${shapeText([rows.length, rows[0]!.length])}`;
      throw wrongNumber("gemm", "c", "have distinct elements", got);
    }
    ends.set(memory, end);
  }
}
