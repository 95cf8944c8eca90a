import { absorbRows } from "./absorb-rows.ts";
import { openKernelRows } from "./kernel-rows.ts";
import { inPairs, openRows } from "./rows.ts";

/** The elements of a matrix, wherever the caller keeps them. */
export interface MatrixElements {
  readonly data: Float64Array;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/**
 * The triangle of the QR factorization of [J | r]: R, then Qᵀr, and below it the length of what no
 * step reaches. Element (k, j) is `at[k·width + j]`, and the width is one more than J's.
 */
export interface Triangle {
  readonly at: Float64Array;
  readonly width: number;
}

/** The most elements that are factored at once: they and the triangle stay in a cache of 512 kB. */
const PIECE = 24_576;

/** The kernel is faster from this many elements of a piece on. */
const LARGE = 1000;

/** Room for factoring matrices of one size. */
export interface Factor {
  /** The result of the last `take`. */
  readonly triangle: Triangle;
  /**
   * Factors [J | r], each row times the root of its weight if there are weights. The arguments are
   * left as they are.
   */
  readonly take: (jacobian: MatrixElements, r: Float64Array, weights?: Float64Array) => void;
}

export function openFactor(rows: number, columns: number): Factor {
  const width = columns + 1;
  const most = Math.min(rows, Math.max(32, Math.floor(PIECE / width)));
  const piece =
    (most * width >= LARGE ? openKernelRows(most, width) : undefined) ?? openRows(most, width);
  const triangle: Triangle = { at: new Float64Array(width * width), width };
  const take: Factor["take"] = ({ data, offset, rowStride, columnStride }, r, weights) => {
    triangle.at.fill(0);
    const { at, lead } = piece;
    for (let first = 0; first < rows; first += most) {
      const height = Math.min(most, rows - first);
      for (let i = 0; i < height; i++) {
        const root = weights === undefined ? 1 : Math.sqrt(weights[first + i]!);
        let from = offset + (first + i) * rowStride;
        let to = i;
        for (let j = 0; j < columns; j++, from += columnStride, to += lead) {
          at[to] = root * data[from]!;
        }
        at[to] = root * r[first + i]!;
      }
      const even = inPairs(height);
      if (even > height) for (let j = 0; j < width; j++) at[j * lead + height] = 0;
      piece.heights.fill(even);
      absorbRows(triangle.at, width, piece);
    }
  };
  return { triangle, take };
}
