/** Kernels know arrays only; this leads them over stores behind `get` and `set`. */
import type { GenericArray } from "ndarray";
import type { Elements, Kernel, View } from "./operands.ts";
import { STOP } from "./stop-walk.ts";

/**
 * Makes a kernel that passes each element of a store through a plain Array, which keeps it as it is.
 * As in cwise, the destination is read once before it is written. Without stores it is the kernel.
 */
export function throughStores(kernel: Kernel, views: readonly View[], writes: boolean): Kernel {
  const stores = views.map(({ data, dtype }) =>
    dtype === "generic" ? (data as GenericArray<unknown>) : undefined,
  );
  if (!stores.some(Boolean)) return kernel;
  const call: (...args: Elements[]) => unknown = kernel;
  // Of each array there are four numbers in a row: the array, the position, and the two steps.
  return (x, m, n, ...at: Elements[]) => {
    const move = (by: number): void => {
      for (let k = 0; k < at.length; k += 4) at[k + 1] += at[k + by];
    };
    for (; m > 0; m--) {
      for (let i = 0; i < n && x !== STOP; i++) {
        const args = stores.flatMap((store, k) => {
          const [data, place] = at.slice(4 * k);
          return store ? [[store.get(place)], 0, 0, 0] : [data, place, 0, 0];
        });
        x = call(x, 1, 1, ...args);
        if (writes) stores[0]?.set(at[1], args[0][0]);
        move(2);
      }
      move(3);
    }
    return x;
  };
}
