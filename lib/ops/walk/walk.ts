/**
 * Hands arrays, positions and steps to the kernel for their types: at once for vectors, matrices and
 * views in one run, and by the walk over axes for all else.
 *
 * A kernel is written out three times, for float64, float32 and all else, because an engine learns
 * the types of a loop by its text: one text for all would run twenty times slower after six types.
 */
import { accelerator, LONG } from "./accelerator.ts";
import { isAlike, isFine, refuse } from "./check-operands.ts";
import type { Kernel, View } from "./operands.ts";
import { innermost, isOneRun, sizeOf } from "./shape-of-walk.ts";
import { STOP } from "./stop-walk.ts";
import { throughStores } from "./through-stores.ts";
import { BLOCK, walkAxes } from "./walk-axes.ts";

/** Three texts of one kernel. */
export type Kernels = readonly [in64: Kernel, in32: Kernel, inAny: Kernel];

/**
 * Walks `count` views of one shape and returns the last x. In the places of views that a call does
 * not have stands a, so that there is one walk for all.
 */
export function walk(
  call: string,
  count: number,
  writes: boolean,
  x: unknown,
  [in64, in32, inAny]: Kernels,
  a: View,
  b: View,
  c: View,
): unknown {
  if (!isFine(a) || !isAlike(a, b) || !isAlike(a, c)) refuse(call, [a, b, c].slice(0, count));
  const { data: A, shape, stride, dtype } = a;
  const { data: B, stride: strideB } = b;
  const { data: C, stride: strideC } = c;
  let kernel = inAny;
  if (dtype === b.dtype && dtype === c.dtype) {
    if (dtype === "float64") kernel = in64;
    else if (dtype === "float32") kernel = in32;
  }
  if (kernel === inAny) kernel = throughStores(inAny, [a, b, c].slice(0, count), writes);
  const rank = shape.length;
  let inner = rank - 1;
  const atA = a.offset | 0;
  const atB = b.offset | 0;
  const atC = c.offset | 0;
  if (rank < 2 || (isOneRun(a) && isOneRun(b) && isOneRun(c))) {
    const p = stride[inner] ?? 0;
    const r = strideB[inner] ?? 0;
    const t = strideC[inner] ?? 0;
    const n = sizeOf(shape);
    if (n >= LONG && kernel !== inAny && p === 1 && r === 1 && t === 1) {
      if (accelerator.run?.(call, x, n, A, atA, B, atB, C, atC) === true) return x;
    }
    return kernel(x, 1, n, A, atA, p, 0, B, atB, r, 0, C, atC, t, 0);
  }
  if (rank > 2) return walkAxes(kernel, x, a, b, c);
  inner = innermost(stride);
  const n = shape[inner]!;
  const m = shape[1 - inner]!;
  const p = stride[inner]!;
  const q = stride[1 - inner]!;
  const r = strideB[inner]!;
  const s = strideB[1 - inner]!;
  const t = strideC[inner]!;
  const u = strideC[1 - inner]!;
  const isPlain = innermost(strideB) === inner && innermost(strideC) === inner;
  if (isPlain && q === n * p && s === n * r && u === n * t) {
    return kernel(x, 1, m * n, A, atA, p, 0, B, atB, r, 0, C, atC, t, 0); // all are transposed
  }
  // Blocks go from the back to the front, the inner axis outermost.
  for (let j = n; j > 0;) {
    const w = isPlain ? n : Math.min(j, BLOCK);
    j -= w;
    for (let i = m; i > 0 && x !== STOP;) {
      const h = isPlain ? m : Math.min(i, BLOCK);
      i -= h;
      const fromA = atA + j * p + i * q;
      const fromB = atB + j * r + i * s;
      const fromC = atC + j * t + i * u;
      x = kernel(x, h, w, A, fromA, p, q - w * p, B, fromB, r, s - w * r, C, fromC, t, u - w * t);
    }
  }
  return x;
}
