/**
 * Walks views of rank 3 or more in the order of cwise, which shows wherever elements repeat or add
 * up. Walk.ts has shorter ways for the others.
 *
 * Every axis has a level, from the innermost on: the order of the first view. The levels on which
 * all views agree are plain loops. All others are walked in blocks from the back to the front, the
 * lowest of them outermost; inside a block the walk goes forward.
 */
import type { Kernel, View } from "./operands.ts";
import { STOP } from "./stop.ts";

/** Side of the blocks in which cwise walks axes whose order is not the same in all views. */
export const BLOCK = 64;

interface Walk {
  readonly kernel: Kernel;
  readonly a: View;
  readonly b: View;
  readonly c: View;
  /** The axes of all levels. */
  readonly order: readonly number[];
  /** The lengths of the axes in the present block. */
  readonly sizes: number[];
  x: unknown;
}

export function walkAxes(kernel: Kernel, x: unknown, a: View, b: View, c: View): unknown {
  const { order, shape } = a;
  const walk: Walk = { kernel, a, b, c, order, sizes: [...shape], x };
  let agreed = 0;
  while (
    agreed < order.length &&
    order[agreed] === b.order[agreed] &&
    order[agreed] === c.order[agreed]
  )
    agreed++;
  inBlocks(walk, agreed, a.offset | 0, b.offset | 0, c.offset | 0);
  return walk.x;
}

/** Walks a level and all above it in blocks. The positions are those of the first elements. */
function inBlocks(walk: Walk, level: number, atA: number, atB: number, atC: number): void {
  const { a, b, c, order, sizes } = walk;
  const axis = order[level];
  if (axis === undefined) return forward(walk, level - 1, atA, atB, atC);
  const full = sizes[axis]!;
  for (let i = full; i > 0 && walk.x !== STOP;) {
    sizes[axis] = Math.min(i, BLOCK);
    i -= sizes[axis];
    inBlocks(
      walk,
      level + 1,
      atA + i * a.stride[axis]!,
      atB + i * b.stride[axis]!,
      atC + i * c.stride[axis]!,
    );
  }
  sizes[axis] = full;
}

/** Walks a level and all below it forward; the kernel does the two innermost. */
function forward(walk: Walk, level: number, atA: number, atB: number, atC: number): void {
  const { kernel, a, b, c, order, sizes } = walk;
  const axis = order[level]!;
  const n = sizes[axis]!;
  const q = a.stride[axis]!;
  const s = b.stride[axis]!;
  const u = c.stride[axis]!;
  if (level > 1) {
    for (let i = 0; i < n && walk.x !== STOP; i++) {
      forward(walk, level - 1, atA + i * q, atB + i * s, atC + i * u);
    }
    return;
  }
  const inner = order[0]!;
  const w = sizes[inner]!;
  const p = a.stride[inner]!;
  const r = b.stride[inner]!;
  const t = c.stride[inner]!;
  walk.x = kernel(
    walk.x, n, w, a.data, atA, p, q - w * p, b.data, atB, r, s - w * r, c.data, atC, t, u - w * t,
  ); // prettier-ignore
}
