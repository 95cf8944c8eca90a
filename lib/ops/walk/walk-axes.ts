/**
 * Walks views of rank 3 or more in the order of cwise, which shows wherever elements repeat or add
 * up. Walk.ts has shorter ways for the others.
 *
 * Every axis has a level, from the innermost on: the order of the first view. The levels on which
 * all views agree are plain loops. All others are walked in blocks from the back to the front, the
 * lowest of them outermost; inside a block the walk goes forward.
 */
import type { Kernel, View } from "./operands.ts";
import { STOP } from "./stop-walk.ts";

/** Side of the blocks in which cwise walks axes whose order is not the same in all views. */
export const BLOCK = 64;

export function walkAxes(kernel: Kernel, x: unknown, a: View, b: View, c: View): unknown {
  const { order, shape } = a;
  /** The lengths of the axes in the present block. */
  const sizes = [...shape];

  /** Walks a level and all above it in blocks. The positions are those of the first elements. */
  function inBlocks(level: number, atA: number, atB: number, atC: number): void {
    const axis = order[level];
    if (axis === undefined) return forward(level - 1, atA, atB, atC);
    const [q, s, u] = [a, b, c].map(({ stride }) => stride[axis]!) as [number, number, number];
    for (let i = shape[axis]!; i > 0;) {
      sizes[axis] = Math.min(i, BLOCK);
      i -= sizes[axis];
      inBlocks(level + 1, atA + i * q, atB + i * s, atC + i * u);
      if (x === STOP) return;
    }
    sizes[axis] = shape[axis]!;
  }

  /** Walks a level and all below it forward; the kernel does the two innermost. */
  function forward(level: number, atA: number, atB: number, atC: number): void {
    const axis = order[level]!;
    const m = sizes[axis]!;
    const q = a.stride[axis]!;
    const s = b.stride[axis]!;
    const u = c.stride[axis]!;
    if (level > 1) {
      for (let i = 0; i < m && x !== STOP; i++) {
        forward(level - 1, atA + i * q, atB + i * s, atC + i * u);
      }
      return;
    }
    const inner = order[0]!;
    const n = sizes[inner]!;
    const p = a.stride[inner]!;
    const r = b.stride[inner]!;
    const t = c.stride[inner]!;
    const [A, B, C] = [a.data, b.data, c.data];
    x = kernel(x, m, n, A, atA, p, q - n * p, B, atB, r, s - n * r, C, atC, t, u - n * t);
  }

  let agreed = 0;
  const isAgreed = (axis: number | undefined): boolean =>
    axis !== undefined && axis === b.order[agreed] && axis === c.order[agreed];
  while (isAgreed(order[agreed])) agreed++;
  inBlocks(agreed, a.offset | 0, b.offset | 0, c.offset | 0);
  return x;
}
