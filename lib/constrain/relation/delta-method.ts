import { isFloats, isNdArray, type Floats } from "../../internal/arrays.ts";
import { checkReach } from "../../internal/checks.ts";
import { viewMaker } from "../../internal/make-view.ts";
import { shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import type { Flat } from "../../internal/read-flat.ts";
import type { Transforms } from "./batch-transforms.ts";
import type { Constrained } from "./constrained.ts";
import { placeFor, readInto } from "./place.ts";
import type { Plan } from "./bind-leaves.ts";

type DeltaMethod = Constrained<unknown, unknown>["covariance"];

/** The covariance of values from that of free elements. */
export function deltaMethod({ free, values }: Plan, transforms: Transforms): DeltaMethod {
  const n = free.size;
  const m = values.size;
  const place = placeFor("y", n);

  return (y, covariance) => {
    const call = "constrain: covariance";
    readInto(call, y, place);
    const c = symmetricMatrix(call, covariance, n);
    const rows = jacobianRows(y, n, m, transforms);
    const data = new Float64Array(m * m);
    const t = new Float64Array(n);
    for (let k = 0; k < m; k++) {
      t.fill(0); // row k of J·C
      for (const [i, own] of rows[k]!) for (let j = 0; j < n; j++) t[j]! += own * c(i, j);
      for (let l = 0; l <= k; l++) {
        let sum = 0;
        for (const [j, own] of rows[l]!) sum += t[j]! * own;
        data[k * m + l] = data[l * m + k] = sum;
      }
    }
    return viewMaker(data)([m, m], [m, 1], 0);
  };
}

type SparseRow = readonly (readonly [column: number, element: number])[];

/** The rows of dx/dy without their zeros. Row k is the pull-back of the k-th unit vector. */
function jacobianRows(y: Flat, n: number, m: number, { pullBack }: Transforms): SparseRow[] {
  const unit = new Float64Array(m);
  const row = new Float64Array(n);
  return Array.from({ length: m }, (_, k) => {
    unit[k] = 1;
    pullBack(y, unit, row);
    unit[k] = 0;
    return Array.from(row, (own, i) => [i, own] as const).filter(([, own]) => own !== 0);
  });
}

type Element = (i: number, j: number) => number;

/** Reads the lower triangle of a matrix as a symmetric one. */
function symmetricMatrix(call: string, matrix: unknown, n: number): Element {
  if (isFloats(matrix)) {
    if (matrix.length === n * n) return elementOf(matrix, 0, n, 1);
    throw shapeError(call, n, `${matrix.length} elements`);
  }
  if (!isNdArray<Floats>(matrix) || !isFloats(matrix.data)) {
    throw wrongKind(call, "covariance", "be an ndarray or an array of floats", matrix);
  }
  const { data, shape, stride, offset } = matrix;
  if (shape.length !== 2 || shape[0] !== n || shape[1] !== n) {
    throw shapeError(call, n, shapeText(shape));
  }
  checkReach(call, "covariance", matrix);
  return elementOf(data, offset, stride[0]!, stride[1]!);
}

const elementOf =
  (data: Floats, offset: number, rowStride: number, columnStride: number): Element =>
  (i, j) =>
    data[offset + Math.max(i, j) * rowStride + Math.min(i, j) * columnStride]!;

const shapeError = (call: string, n: number, got: string): RangeError =>
  wrongNumber(call, "covariance", `have the shape [${n}, ${n}]`, got);
