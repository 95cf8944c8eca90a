/** Kernels know arrays only; this leads them over stores behind `get` and `set`. */
import type { GenericArray } from "ndarray";
import type { AnyKernel, Elements, View } from "./operands.ts";
import { STOP } from "./stop.ts";

export const isOnStore = ({ dtype }: View): boolean => dtype === "generic";

/**
 * Makes a kernel that passes each element of a store through a plain Array, which keeps it as it is.
 * As in cwise, the destination is read once before it is written.
 */
export function throughStores(
  kernel: AnyKernel,
  views: readonly View[],
  writes: boolean,
): AnyKernel {
  const count = views.length;
  const stores = views.map((view) =>
    isOnStore(view) ? (view.data as GenericArray<unknown>) : undefined,
  );
  const cells = views.map((): unknown[] => [undefined]);
  return (m: number, n: number, ...given: Elements[]) => {
    const at = stores.map((_, k) => given[4 * k + 1] as number);
    let x: unknown = given[4 * count];
    const move = (place: number): void => {
      for (let k = 0; k < count; k++) at[k]! += given[4 * k + place] as number;
    };
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n && x !== STOP; j++) {
        const args = stores.flatMap((store, k) => {
          if (store === undefined) return [given[4 * k], at[k], 0, 0];
          cells[k]![0] = store.get(at[k]!);
          return [cells[k], 0, 0, 0];
        });
        x = kernel(1, 1, ...args, x);
        if (writes) stores[0]?.set(at[0]!, cells[0]![0]);
        move(2);
      }
      move(3);
    }
    return x;
  };
}
