/** The checks of the views that softmax reads and writes. */
import type { NdArray } from "ndarray";
import { isFloats, isNdArray, type Floats } from "../../internal/arrays.ts";
import { checkReach } from "../../internal/checks.ts";
import { shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { overlaps, overlapsItself } from "../../internal/overlap.ts";
import { columnOf, readFloats, type Elements } from "../../internal/read-flat.ts";

/** A matrix of n rows and k columns; its element (i, j) is data[offset + i·down + j·right]. */
export interface Scores {
  readonly data: Floats;
  readonly n: number;
  readonly k: number;
  readonly offset: number;
  readonly down: number;
  readonly right: number;
}

type Matrix = NdArray<Floats>;

/** A number for each column: a typed array, or an ndarray of rank 1 with any non-zero stride. */
export type Columns = Floats | NdArray<Floats>;

/** @throws TypeError, RangeError if it is not a matrix of floats whose elements are distinct */
export function readScores(call: string, z: unknown): Scores {
  if (!isNdArray<Floats>(z) || !isFloats(z.data)) {
    throw wrongKind(call, "z", "be an ndarray of float64 or float32", z);
  }
  const { data, shape, stride, offset } = z;
  if (shape.length !== 2) throw wrongNumber(call, "z", "have rank 2", `shape ${shapeText(shape)}`);
  checkReach(call, "z", z);
  if (overlapsItself(z)) {
    const got = `shape ${shapeText(shape)} with stride ${shapeText(stride)}`;
    throw wrongNumber(call, "z", "have distinct elements", got);
  }
  const [n, k] = shape as [number, number];
  return { data, n, k, offset, down: stride[0]!, right: stride[1]! };
}

/** Reads a vector with a number for each column of z, which shares no element with z. */
export function readColumns(
  call: string,
  name: string,
  columns: Columns,
  z: Matrix,
): Elements<Floats> {
  const vector = readFloats(call, name, columns);
  const k = z.shape[1]!;
  if (vector.size !== k) {
    throw wrongNumber(call, name, `have ${k} elements, one for each column of z`, vector.size);
  }
  if (overlaps(z, columnOf(vector))) throw overlap(call, name);
  return vector;
}

export const overlap = (call: string, name: string): RangeError =>
  wrongNumber(call, name, "not overlap z", "a view that does");
