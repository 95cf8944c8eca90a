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
const BLOCK = 64;

export function walkAxes(kernel: Kernel, x: unknown, a: View, b: View, c: View): unknown {
  const { data: A, order, shape, stride } = a;
  const { data: B, stride: strideB } = b;
  const { data: C, stride: strideC } = c;
  /** The lengths of the axes in the present block. */
  const sizes = [...shape];
  const inner = order[0]!;
  const p = stride[inner]!;
  const r = strideB[inner]!;
  const t = strideC[inner]!;

  /** Walks a level: in blocks with all above it, or forward with all below it. */
  function go(level: number, isForward: boolean, atA: number, atB: number, atC: number): void {
    const axis = order[level];
    if (axis === undefined) return go(level - 1, true, atA, atB, atC);
    const q = stride[axis]!;
    const s = strideB[axis]!;
    const u = strideC[axis]!;
    if (isForward) {
      const m = sizes[axis]!;
      if (level === 1) {
        const n = sizes[inner]!;
        x = kernel(x, m, n, A, atA, p, q - n * p, B, atB, r, s - n * r, C, atC, t, u - n * t);
      } else {
        for (let i = 0; i < m && x !== STOP; i++) {
          go(level - 1, true, atA + i * q, atB + i * s, atC + i * u);
        }
      }
    } else {
      for (let i = shape[axis]!; i > 0 && x !== STOP;) {
        i -= sizes[axis] = Math.min(i, BLOCK);
        go(level + 1, false, atA + i * q, atB + i * s, atC + i * u);
      }
    }
  }

  const { order: orderB } = b;
  const { order: orderC } = c;
  let agreed = 0;
  for (const axis of order) {
    if (axis !== orderB[agreed] || axis !== orderC[agreed]) break;
    agreed++;
  }
  go(agreed, false, a.offset | 0, b.offset | 0, c.offset | 0);
  return x;
}
