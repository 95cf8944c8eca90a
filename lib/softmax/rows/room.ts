/** The memory that blocks of rows go through: positions in one Float64Array. */
export interface Room {
  readonly floats: Float64Array;
  /** The factor of all that is written. */
  readonly scale: number;
  /** A number for each column: the bias, and the sums of what is written. */
  readonly bias: number;
  readonly sums: number;
  /** A number for each row of a block, as rows-by-loop.ts names them: w, Σ t·y and s. */
  readonly weights: number;
  readonly products: number;
  readonly totals: number;
  /** A number for each element of a block: t, y, and z if it lives elsewhere. */
  readonly targets: number;
  readonly block: number;
  readonly staged: number;
}

/** The elements of a room for `rows` rows of `k` columns. */
export const roomSize = (rows: number, k: number): number => 2 * k + 3 * rows + 3 * rows * k;

/** Makes a room in `floats`, from the position `start` on. */
export function roomIn(
  floats: Float64Array,
  start: number,
  rows: number,
  k: number,
  scale: number,
): Room {
  const weights = start + 2 * k;
  const targets = weights + 3 * rows;
  const size = rows * k;
  floats.fill(0, start, weights);
  return {
    floats,
    scale,
    bias: start,
    sums: start + k,
    weights,
    products: weights + rows,
    totals: weights + 2 * rows,
    targets,
    block: targets + size,
    staged: targets + 2 * size,
  };
}
