import { absorbRows, type Rows } from "./absorb-rows.ts";

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
  // An odd distance of the columns spreads them over the sets of a cache.
  const lead = Math.min(rows, Math.max(32, Math.floor(PIECE / width))) | 1;
  const triangle: Triangle = { at: new Float64Array(width * width), width };
  const piece: Rows = {
    at: new Float64Array(lead * width),
    lead,
    heights: new Int32Array(width),
  };
  const take: Factor["take"] = ({ data, offset, rowStride, columnStride }, r, weights) => {
    triangle.at.fill(0);
    for (let first = 0; first < rows; first += lead) {
      const height = Math.min(lead, rows - first);
      piece.heights.fill(height);
      for (let i = 0; i < height; i++) {
        const root = weights === undefined ? 1 : Math.sqrt(weights[first + i]!);
        let from = offset + (first + i) * rowStride;
        let to = i;
        for (let j = 0; j < columns; j++, from += columnStride, to += lead) {
          piece.at[to] = root * data[from]!;
        }
        piece.at[to] = root * r[first + i]!;
      }
      absorbRows(triangle.at, width, piece);
    }
  };
  return { triangle, take };
}
