import { Matrix, QrDecomposition } from "ml-matrix";
import type { NdArray } from "ndarray";
import { nameOf } from "../incoming.ts";
import { sizeOf } from "../layout.ts";
import { checkNumber } from "./check-number.ts";
import { checkView, type FloatData } from "./check-view.ts";
import { fill } from "./fill.ts";
import { normals } from "./normal.ts";
import { checkRandom, type Random } from "./random.ts";

/** What `orthogonal` takes. */
export interface Orthogonal {
  /** Fills the view with independent blocks of this shape, one after the other. */
  readonly shape?: readonly [rows: number, columns: number];
  /** Multiplies the matrix; 1 by default. */
  readonly gain?: number;
}

/**
 * view ← gain times a random matrix with orthonormal columns, or rows where it is wide, uniform
 * among all such (Haar).  Saxe et al. 2014.
 *
 * The last axis holds the columns, the others the rows. climin's meaning for vectors and others is
 * `shape`: a flat of 50 elements takes two blocks of `[5, 5]`.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * orthogonal(w, stream("run 7", "w"), { gain: Math.SQRT2 });
 */
export function orthogonal(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  { shape, gain = 1 }: Orthogonal = {},
): void {
  const call = "orthogonal";
  checkView(call, view);
  checkRandom(call, random);
  checkNumber(call, "gain", "a finite number", gain);
  if (shape !== undefined) checkBlocks(call, shape, sizeOf(view.shape));
  const [rows, columns] = shape ?? matrixShape(call, view.shape);

  let next = rows * columns;
  let block: Float64Array;
  fill(view, (values, count) => {
    for (let k = 0; k < count; k++, next++) {
      if (next === rows * columns) {
        block = haar(random, rows, columns);
        next = 0;
      }
      values[k] = gain * block[next]!;
    }
  });
}

/**
 * Q of A = QR with A ~ N(0, 1), its columns signed as R's diagonal, without which Q would depend
 * on the algorithm's own choice of signs.  Mezzadri 2007, section 5.
 */
function haar(random: Random, rows: number, columns: number): Float64Array {
  const [long, short] = [Math.max(rows, columns), Math.min(rows, columns)];
  const normal = new Float64Array(long * short);
  normals(random, normal, normal.length);
  const qr = new QrDecomposition(Matrix.from1DArray(long, short, normal));
  const q = qr.orthogonalMatrix; //                                         (long, short)
  const r = qr.upperTriangularMatrix; //                                   (short, short)
  const block = new Float64Array(rows * columns);
  for (let i = 0; i < long; i++) {
    for (let j = 0; j < short; j++) {
      const place = rows < columns ? j * columns + i : i * columns + j;
      block[place] = r.get(j, j) < 0 ? -q.get(i, j) : q.get(i, j);
    }
  }
  return block;
}

function matrixShape(call: string, shape: readonly number[]): [rows: number, columns: number] {
  if (shape.length < 2) {
    const need = "a view of rank 2 or more, or the option shape";
    throw new RangeError(`${call}: needs ${need}, got shape [${shape.join(", ")}]`);
  }
  return [sizeOf(shape.slice(0, -1)), shape.at(-1)!];
}

function checkBlocks(call: string, shape: unknown, size: number): void {
  if (!Array.isArray(shape)) {
    throw new TypeError(`${call}: shape must be [rows, columns], got ${nameOf(shape)}`);
  }
  if (shape.length !== 2 || !shape.every(isAxis)) {
    const need = "two integers above 0";
    throw new RangeError(`${call}: shape must be ${need}, got [${shape.join(", ")}]`);
  }
  const [rows, columns] = shape as [number, number];
  if (size % (rows * columns) === 0) return;
  const got = `a multiple of ${rows * columns}, got a view of ${size}`;
  throw new RangeError(`${call}: blocks of [${rows}, ${columns}] need ${got}`);
}

const isAxis = (axis: unknown): boolean => Number.isSafeInteger(axis) && (axis as number) > 0;
