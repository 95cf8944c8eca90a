import type { NdArray } from "ndarray";
import { isNdArray, type FlatData } from "../internal/arrays.ts";
import { checkAxisLength } from "../internal/checks.ts";
import { viewMaker } from "../internal/make-view.ts";
import { shapeText, wrongKind } from "../internal/messages.ts";
import { checkRank } from "../template.ts";

/**
 * Repeats a view to a larger shape by strides of 0, as NumPy broadcasts: axes are matched from the
 * last, and an axis that is missing or has length 1 is repeated. Nothing is copied.
 *
 * Adding a broadcast vector to a matrix adds it to each row, and `addeq` INTO a broadcast vector
 * sums the rows into it. No other operation sums: each write to a broadcast output replaces the
 * last one.
 *
 * @throws TypeError, RangeError if the shapes do not match
 * @example
 * ops.addeq(z, broadcast(b, z.shape)); //   z ← z + b      (n, k) ← (n, k) + (k)
 * ops.addeq(broadcast(db, e.shape), e); //  db ← db + Σᵢ eᵢ  (k) ← (k) + (n, k)
 */
export function broadcast<D extends FlatData>(
  view: NdArray<D>,
  shape: readonly number[],
): NdArray<D> {
  if (!isNdArray(view)) throw wrongKind("broadcast", "view", "be an ndarray", view);
  if (!Array.isArray(shape)) throw wrongKind("broadcast", "shape", "be an array", shape);
  checkRank("broadcast", shape.length);
  for (const axis of shape) checkAxisLength("broadcast", axis);
  const added = shape.length - view.shape.length;
  const matches = (axis: number, i: number): boolean => axis === 1 || axis === shape[i + added];
  if (added < 0 || !view.shape.every(matches)) {
    throw new RangeError(
      `broadcast: a view of shape ${shapeText(view.shape)} does not broadcast to ${shapeText(shape)}`,
    );
  }
  const stride = shape.map((_, i) => {
    const own = i - added;
    return own < 0 || view.shape[own] === 1 ? 0 : view.stride[own]!;
  });
  return viewMaker(view.data)(shape, stride, view.offset);
}
