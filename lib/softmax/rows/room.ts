/** The memory that blocks of rows go through: positions in one Float64Array. */
export interface Room {
  readonly floats: Float64Array;
  /** The factor of all that is written. */
  readonly scale: number;
  /** A number for each column: the bias, and the sums of what is written. */
  readonly bias: number;
  readonly sums: number;
  /** The constants of the kernel. */
  readonly table: number;
  /** A number for each row of a block, as rows-by-loop.ts names them: w and Σ t·y. */
  readonly weights: number;
  readonly products: number;
  /** A number for each element of a block: t, y, and z if it lives elsewhere. */
  readonly targets: number;
  readonly block: number;
  readonly staged: number;
}

const TABLE = 17;

/** The elements of a room for `rows` rows of `k` columns. */
export const roomSize = (rows: number, k: number): number =>
  2 * k + TABLE + 2 * rows + 3 * rows * k;

/** Makes a room in `floats`, from the position `start` on. */
export function roomIn(
  floats: Float64Array,
  start: number,
  rows: number,
  k: number,
  scale: number,
): Room {
  const table = start + 2 * k;
  const weights = table + TABLE;
  const targets = weights + 2 * rows;
  const block = targets + rows * k;
  floats.fill(0, start, table);
  return {
    floats,
    scale,
    bias: start,
    sums: start + k,
    table,
    weights,
    products: weights + rows,
    targets,
    block,
    staged: block + rows * k,
  };
}
