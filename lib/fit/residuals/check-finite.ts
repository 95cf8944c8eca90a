import { labelAt, type Layout } from "../../layout.ts";
import { allFinite, placeOf } from "../../optimize/run/finite.ts";
import type { FitArguments } from "./read-fit.ts";

/** The name of a residual: its label if the rows have a template. */
export const rowName = (rowLayout: Layout | undefined, row: number): string =>
  rowLayout === undefined ? `row ${row}` : labelAt(rowLayout, row);

/** Says which residual or derivative is not finite; undefined if all are. */
export function faultOf({
  r,
  matrix,
  rows,
  rowLayout,
  layout,
  target,
}: FitArguments): string | undefined {
  if (!allFinite(r)) {
    const bad = r.findIndex((v) => !Number.isFinite(v));
    return `r is ${r[bad]} at ${rowName(rowLayout, bad)}`;
  }
  const { data, offset, rowStride, columnStride } = matrix;
  if (data.length === rows * target.size && allFinite(data)) return undefined;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < target.size; j++) {
      const value = data[offset + i * rowStride + j * columnStride]!;
      if (Number.isFinite(value)) continue;
      return `jacobian is ${value} at ${rowName(rowLayout, i)}, ${placeOf(layout, j)}`;
    }
  }
  return undefined;
}

/**
 * Refuses residuals and derivatives that are not finite, among them those that the caller's function
 * has not written.
 *
 * @param place the call, and where in it the function was evaluated
 */
export function checkFinite(place: string, fit: FitArguments): void {
  const fault = faultOf(fit);
  if (fault !== undefined) throw new RangeError(`${place} ${fault}`);
}

/** Makes residuals and derivatives NaN, so that those which are never written are found. */
export function forget({ r, matrix, rows, target }: FitArguments): void {
  r.fill(NaN);
  const { data, offset, rowStride, columnStride } = matrix;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < target.size; j++) data[offset + i * rowStride + j * columnStride] = NaN;
  }
}
