import { reflectTwo, type ReflectTwo } from "./reflect-two.ts";

/** Rows to be absorbed, column by column: the element of row i and column j is `at[j·lead + i]`. */
export interface Rows {
  readonly at: Float64Array;
  /** An even number, so that the rows go in pairs. */
  readonly lead: number;
  /**
   * How many rows of column j may hold anything but 0: even numbers, which must not decrease.
   */
  readonly heights: Int32Array;
  readonly reflectTwo: ReflectTwo;
}

/** Two, so that rows go in pairs, above a multiple of four, which spreads columns over a cache. */
export const leadOf = (rows: number): number => ((rows + 3) & ~3) | 2;

/** The least even number of rows that holds as many. */
export const inPairs = (rows: number): number => (rows + 1) & ~1;

/** Room for rows, all 0. */
export function openRows(rows: number, columns: number): Rows {
  const lead = leadOf(rows);
  const at = new Float64Array(lead * columns);
  return { at, lead, heights: new Int32Array(columns), reflectTwo };
}
