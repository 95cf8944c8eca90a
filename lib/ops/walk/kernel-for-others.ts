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
  const met = (kernels[3] ??= []);
  for (const type of types) if (!met.includes(type)) met.push(type);
  const isFamiliar = types.every((type) => met.indexOf(type) < MOST_TYPES);
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
const takeOne: Copy = (X, x, _, Y) => {
  Y[0] = X.get ? X.get(x) : X[x];
};
const putOne: Copy = (X, _, __, Y, y) => {
  if (Y.get) Y.set(y, X[0]);
  else Y[y] = X[0];
};

function throughScratch(
  kernel: (...args: Elements[]) => unknown,
  types: readonly string[],
  writes: boolean,
  block: number,
): Kernel {
  const scratch = types.map((): Elements => (block > 1 ? new Float64Array(block) : [0]));
  const args = scratch.flatMap((S) => [S, 0, 1, 0]);
  // Each array has four arguments in a row: the array, the position, and the two steps.
  return (x, m, n, ...at: Elements[]) => {
    const move = (by: number, times: number): void =>
      types.forEach((_, k) => (at[4 * k + 1] += times * at[4 * k + by]));
    for (; m > 0; m--) {
      for (let i = 0; i < n && x !== STOP;) {
        // A destination that repeats depends on what was written just before.
        const w = at[2] === 0 ? 1 : Math.min(n - i, block);
        types.forEach((type, k) => {
          const [X, from, step] = at.slice(4 * k);
          (copies[type] ?? takeOne)(X, from, step, scratch[k], 0, 1, w);
        });
        x = kernel(x, 1, w, ...args);
        if (writes) (copies[types[0]!] ?? putOne)(scratch[0], 0, 1, at[0], at[1], at[2], w);
        move(2, w);
        i += w;
      }
      move(3, 1);
    }
    return x;
  };
}
