/** Chooses the kernel for all types but those with a text of their own. */
import type { Elements, Kernel, Kernels, View } from "./operands.ts";
import { copies, type Copy } from "./scratch-copies.ts";
import { STOP } from "./stop-walk.ts";

/** An engine stops to tell the types of a loop apart when it has met more than these. */
const MOST_TYPES = 4;

/** The elements that go through the scratch at once. */
const BLOCK = 256;

/**
 * The third text knows arrays, and is fast for the first four types that it meets. Numbers of other
 * types go through scratch of float64, which holds them exactly, and so by the first text.
 * Stores behind `get` and `set` go one by one through plain Arrays, which keep them as they are.
 */
export function kernelForOthers(
  kernels: Kernels,
  views: readonly View[],
  writes: boolean,
  x: unknown,
): Kernel {
  const [in64, , inAny] = kernels;
  const types = views.map(({ dtype }) => dtype as string);
  if (types.includes("generic")) return throughScratch(inAny, types, writes, 1);
  for (const type of types) if (!kernels.includes(type)) kernels.push(type);
  const isFamiliar = types.every((type) => kernels.indexOf(type) < 3 + MOST_TYPES);
  // Arrays of numbers refuse a bigint or a symbol when it is their turn, after what was written.
  const isRefused = typeof x === "bigint" || typeof x === "symbol";
  return isFamiliar || isRefused || !mayBeCopied(views, writes)
    ? inAny
    : throughScratch(in64, types, writes, BLOCK);
}

/** Whether no element that a call writes is one that it reads at another place. */
const mayBeCopied = (
  views: readonly { readonly dtype: string; readonly data: Elements }[],
  writes: boolean,
): boolean =>
  views.every(
    (view) =>
      copies[view.dtype] &&
      (!writes || view === views[0] || view.data.buffer !== views[0]!.data.buffer),
  );

/** In the place of such copies for all other types and for stores: one element from or to the scratch. */
const copyOne: Copy = (X, x, _, Y, y) => {
  const element = X.get ? X.get(x) : X[x];
  if (Y.get) Y.set(y, element);
  else Y[y] = element;
};

function throughScratch(
  kernel: (...args: Elements[]) => unknown,
  types: readonly string[],
  writes: boolean,
  block: number,
): Kernel {
  const own = types.map((type) => copies[type] ?? copyOne);
  // Each array has four arguments in a row: the array, the position, and the two steps.
  const scratch = types.flatMap((): Elements[] => [block > 1 ? new Float64Array(block) : [0], 0, 1, 0]); // oxfmt-ignore
  return (x, m, n, ...at: Elements[]) => {
    for (; m > 0; m--) {
      let w = 0;
      for (let i = 0; i < n && x !== STOP; i += w) {
        // A destination that repeats depends on what was written just before.
        w = at[2] === 0 ? 1 : Math.min(n - i, block);
        for (let k = 0; k < own.length; k++) {
          const step = at[4 * k + 2];
          own[k]!(at[4 * k], at[4 * k + 1] + i * step, step, scratch[4 * k], 0, 1, w);
        }
        x = kernel(x, 1, w, ...scratch);
        if (writes) own[0]!(scratch[0], 0, 1, at[0], at[1] + i * at[2], at[2], w);
      }
      for (let k = 0; k < scratch.length; k += 4) at[k + 1] += n * at[k + 2] + at[k + 3];
    }
    return x;
  };
}
