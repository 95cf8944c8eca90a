/** Walks views of which some lie on a store behind `get` and `set`, one element at a time. */
import type { GenericArray } from "ndarray";
import type { View } from "./operands.ts";
import { STOP } from "./stop.ts";
import { walkAxes } from "./walk-axes.ts";

export const isOnStore = ({ dtype }: View): boolean => dtype === "generic";

/**
 * Kernels know arrays only. An element of a store passes through a plain Array, which keeps it as
 * it is. As in cwise, the destination is read before it is written.
 */
export function walkStores(
  views: readonly View[],
  kernel: (...args: never[]) => unknown,
  x: unknown,
  writes: boolean,
): unknown {
  const stores = views.map((view) =>
    isOnStore(view) ? (view.data as GenericArray<unknown>) : undefined,
  );
  const cells = stores.map((): unknown[] => [undefined]);
  const call = kernel as (...args: unknown[]) => unknown;
  return walkAxes(
    views,
    (m, n, first, along, back, before) => {
      let now = before;
      const at = [...first];
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n && now !== STOP; j++) {
          const args = views.flatMap(({ data }, k) => {
            const store = stores[k];
            if (store === undefined) return [data, at[k], 0, 0];
            cells[k]![0] = store.get(at[k]!);
            return [cells[k], 0, 0, 0];
          });
          now = call(1, 1, ...args, now);
          if (writes) stores[0]?.set(at[0]!, cells[0]![0]);
          for (let k = 0; k < at.length; k++) at[k]! += along[k]!;
        }
        for (let k = 0; k < at.length; k++) at[k]! += back[k]!;
      }
      return now;
    },
    x,
  );
}
