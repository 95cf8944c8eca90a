/** The memory that rows go through: positions in one Float64Array. */
export interface Room {
  readonly floats: Float64Array;
  /** The factor of all that is written. */
  readonly scale: number;
  /** Whether the targets of each row are a class: it is at `weights` then, until the row is done. */
  readonly oneHot: boolean;
  /** A number for each column: the bias, and the sums of what is written. */
  readonly bias: number;
  readonly sums: number;
  /** A number for each row: w, as rows-by-loop.ts names it. The kernel leaves the row's loss there. */
  readonly weights: number;
  /** A number for each element: t. The kernel leaves the error there, which is not rounded. */
  readonly targets: number;
}

/** The elements of a room for `rows` rows of `k` columns. */
export const roomSize = (rows: number, k: number): number => 2 * k + rows + rows * k;

/** Makes a room in `floats`, from the position `start` on. */
export function roomIn(
  floats: Float64Array,
  start: number,
  rows: number,
  k: number,
  scale: number,
  oneHot: boolean,
): Room {
  const weights = start + 2 * k;
  floats.fill(0, start, weights);
  return { floats, scale, oneHot, bias: start, sums: start + k, weights, targets: weights + rows };
}
