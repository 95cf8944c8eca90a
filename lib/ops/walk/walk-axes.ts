/**
 * Walks views of rank 2 or more in the order of cwise, which shows wherever elements repeat or add
 * up. Walk.ts has shorter ways for runs, and for matrices of one order.
 *
 * Every axis has a level, from the innermost on: the order of the first view. The levels on which
 * all views agree are plain loops. All others are walked in blocks from the back to the front, the
 * lowest of them outermost; inside a block the walk goes forward.
 */
import type { Kernel, View } from "./operands.ts";
import { STOP } from "./stop-walk.ts";

/** Side of the blocks in which cwise walks axes whose order is not the same in all views. */
export const BLOCK = 64;

/**
 * The side of the blocks if their order changes no result. A processor fetches ahead in long rows,
 * so that it takes a third less time.
 */
export const LARGE_BLOCK = 256;

export function walkAxes(
  kernel: Kernel,
  x: unknown,
  a: View,
  b: View,
  c: View,
  side: number,
): unknown {
  const { order, shape } = a;
  /** The lengths of the axes in the present block. */
  const sizes = [...shape];

  /** Walks a level: in blocks with all above it, or forward with all below it. */
  function go(level: number, isForward: boolean, atA: number, atB: number, atC: number): void {
    const axis = order[level];
    if (axis === undefined) return go(order.length - 1, true, atA, atB, atC);
    const q = a.stride[axis]!;
    const s = b.stride[axis]!;
    const u = c.stride[axis]!;
    if (!isForward) {
      for (let i = shape[axis]!; i > 0 && x !== STOP;) {
        i -= sizes[axis] = Math.min(i, side);
        go(level + 1, false, atA + i * q, atB + i * s, atC + i * u);
      }
    } else if (level > 1) {
      for (let i = 0; i < sizes[axis]! && x !== STOP; i++) {
        go(level - 1, true, atA + i * q, atB + i * s, atC + i * u);
      }
    } else {
      const inner = order[0]!;
      const n = sizes[inner]!;
      const p = a.stride[inner]!;
      const r = b.stride[inner]!;
      const t = c.stride[inner]!;
      // oxfmt-ignore
      x = kernel(
        x, sizes[axis]!, n,
        a.data, atA, p, q - n * p, b.data, atB, r, s - n * r, c.data, atC, t, u - n * t,
      );
    }
  }

  const orderB = b.order;
  const orderC = c.order;
  /** The first level on which they disagree, or -1. */
  const level = order.findIndex((axis, i) => axis !== orderB[i] || axis !== orderC[i]);
  go(level, false, a.offset | 0, b.offset | 0, c.offset | 0);
  return x;
}
