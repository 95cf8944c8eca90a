import type { NdArray } from "ndarray";
import { shapeText, wrongKind, wrongNumber } from "../internal/messages.ts";
import { count } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { sizeOf } from "../layout.ts";
import { fill } from "./internal/fill.ts";
import { orthonormal } from "./internal/orthonormal.ts";
import { checkView, checkWithin, type FloatData } from "./internal/view-checks.ts";
import { checkRandom, type Random } from "./random/random.ts";
import { normals } from "./random/ziggurat.ts";

export interface OrthogonalOptions {
  /** Fills the view with independent blocks of this shape, one after the other. */
  readonly shape?: readonly [rows: number, columns: number];
  /** Multiplies the matrix; 1 by default. */
  readonly gain?: number;
}

/**
 * view ← gain·Q. Q is random and uniform among all matrices with orthonormal columns, or with
 * orthonormal rows if it is wide (Haar measure).  Saxe et al. 2014.
 *
 * The last axis counts the columns, the other axes count the rows. With `shape`, as in climin, a
 * view of any rank takes blocks: a flat of 50 elements holds two of `[5, 5]`.
 *
 * @throws TypeError, RangeError before anything is written
 * @example
 * orthogonal(w, stream("run 7", "w"), { gain: Math.SQRT2 });
 */
export function orthogonal(
  view: NdArray<FloatData>,
  random: Random = Math.random,
  options: OrthogonalOptions = {},
): void {
  const call = "orthogonal";
  checkOptions(call, options, ["shape", "gain"]);
  const { shape, gain = 1 } = options;
  checkView(call, view);
  checkRandom(call, random);
  checkWithin(call, view, "gain", gain);
  if (shape !== undefined) checkBlocks(call, shape, sizeOf(view.shape));
  const [rows, columns] = shape ?? matrixShape(call, view.shape);

  let next = rows * columns;
  let block: Float64Array;
  fill(view, (values, size) => {
    for (let k = 0; k < size; k++, next++) {
      if (next === rows * columns) {
        block = haar(call, random, rows, columns);
        next = 0;
      }
      values[k] = gain * block[next]!;
    }
  });
}

/**
 * The factor Q of A = QR in row-major order, A ~ N(0, 1). R's diagonal must be positive: otherwise
 * Q would depend on the signs that the algorithm happens to choose.  Mezzadri 2007, section 5.
 */
function haar(call: string, random: Random, rows: number, columns: number): Float64Array {
  const [long, short] = [Math.max(rows, columns), Math.min(rows, columns)];
  const a = new Float64Array(long * short);
  normals(call, random, a, a.length);
  const q = orthonormal(a, long, short); // the columns of a tall matrix, or the rows of a wide one
  if (rows < columns) return q;
  return q.map((_, place) => q[(place % columns) * rows + Math.floor(place / columns)]!);
}

function matrixShape(call: string, shape: readonly number[]): [rows: number, columns: number] {
  if (shape.length >= 2) return [sizeOf(shape.slice(0, -1)), shape.at(-1)!];
  const need = "have rank 2 or more unless the option shape is given";
  throw wrongNumber(call, "view", need, `shape ${shapeText(shape)}`);
}

function checkBlocks(call: string, shape: unknown, size: number): void {
  if (!Array.isArray(shape)) throw wrongKind(call, "shape", "be [rows, columns]", shape);
  if (shape.length !== 2 || !shape.every(count.holds)) {
    throw wrongNumber(call, "shape", "be two integers above 0", shapeText(shape));
  }
  const [rows, columns] = shape as [number, number];
  if (size % (rows * columns) === 0) return;
  const got = `a multiple of ${rows * columns}, got a view of ${size}`;
  throw new RangeError(`${call}: blocks of ${shapeText(shape)} need ${got}`);
}
