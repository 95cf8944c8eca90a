import type { NdArray } from "ndarray";
import type { FlatData } from "../internal/arrays.ts";
import { checkAxisLength, isNdArray } from "../internal/checks.ts";
import { nameOf } from "../internal/messages.ts";
import { viewMaker } from "../internal/make-view.ts";

/**
 * A view repeated to a larger shape by strides of 0, as NumPy broadcasts: axes are matched from
 * the last, an axis of length 1 or a missing one repeats. Nothing is copied.
 *
 * Adding a broadcast vector to a matrix adds it to each row; `addeq` INTO a broadcast vector sums
 * the rows into it. No other operation sums: on a broadcast output each write lands on the last.
 *
 * @throws RangeError where the shapes do not match
 * @example
 * ops.addeq(z, broadcast(b, z.shape)); //   z ← z + b      (n, k) ← (n, k) + (k)
 * ops.addeq(broadcast(db, e.shape), e); //  db ← db + Σᵢ eᵢ  (k) ← (k) + (n, k)
 */
export function broadcast<D extends FlatData>(
  view: NdArray<D>,
  shape: readonly number[],
): NdArray<D> {
  if (!isNdArray(view)) {
    throw new TypeError(`broadcast: view must be an ndarray, got ${nameOf(view)}`);
  }
  for (const axis of shape) checkAxisLength("broadcast", axis);
  const added = shape.length - view.shape.length;
  const matches = (axis: number, i: number): boolean => axis === 1 || axis === shape[i + added];
  if (added < 0 || !view.shape.every(matches)) {
    throw new RangeError(
      `broadcast: a view of shape [${view.shape.join(", ")}] does not broadcast to [${shape.join(", ")}]`,
    );
  }
  const stride = shape.map((_, i) => {
    const own = i - added;
    return own < 0 || view.shape[own] === 1 ? 0 : view.stride[own]!;
  });
  return viewMaker("broadcast", view.data)(shape, stride, view.offset);
}
