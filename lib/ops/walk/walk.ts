/**
 * Hands arrays, positions and steps to the kernel for their types: at once for vectors, matrices and
 * views in one run, and by the walk over axes for all else.
 *
 * A kernel is written out five times, for float64, for float32 and thrice for all else, because an
 * engine learns the types of a loop by its text: one text for all would run twenty times slower
 * after six types.
 */
import { accelerator, LONG } from "./accelerator.ts";
import { isSame, refuse, shapeIn } from "./check-operands.ts";
import { kernelFor } from "./kernel-for.ts";
import type { KernelOfOne, Kernels, View } from "./operands.ts";
import { innermost, isOneRun } from "./shape-of-walk.ts";
import { BLOCK, LARGE_BLOCK, walkAxes } from "./walk-axes.ts";

/**
 * Walks `count` views of one shape and returns the last x. In the place of each view that a call
 * does not have stands the one before, so that there is one walk for all.
 */
export function walk(
  call: string,
  count: number,
  writes: boolean,
  x: unknown,
  kernels: Kernels,
  a: View,
  b: View,
  c: View,
): unknown {
  const shape = shapeIn(a);
  if (shape === undefined || !isSame(shape, shapeIn(b)) || (b !== c && !isSame(shape, shapeIn(c))))
    refuse(call, [a, b, c].slice(0, count));
  const { data: A, stride, dtype } = a;
  const { data: B, stride: strideB, dtype: dtypeB } = b;
  const { data: C, stride: strideC, dtype: dtypeC } = c;
  const kernel = kernelFor(kernels, count, writes, dtype, dtypeB, dtypeC);
  const rank = shape.length;
  let m = 1;
  let n = shape[0] ?? 1;
  let p = stride[0] ?? 0;
  let r = strideB[0] ?? 0;
  let t = strideC[0] ?? 0;
  let q = 0;
  let s = 0;
  let u = 0;
  if (rank > 1) {
    const isRun = isOneRun(a);
    const areRuns = isRun && isOneRun(b) && isOneRun(c);
    const inner = areRuns ? rank - 1 : innermost(stride);
    p = stride[inner]!;
    r = strideB[inner]!;
    t = strideC[inner]!;
    if (areRuns) n = shape.reduce((size, length) => size * length);
    else {
      n = shape[inner]!;
      m = shape[1 - inner]!;
      // A matrix that is one block is walked forward in the order of a, whatever that of the others.
      const isOrdered = innermost(strideB) === inner && innermost(strideC) === inner;
      if (rank > 2 || (!isOrdered && (m > BLOCK || n > BLOCK))) {
        // The order does not show if each float is written once and what is read is elsewhere.
        const isFree =
          isRun &&
          kernels.slice(0, 2).includes(kernel) &&
          (A as Float64Array).buffer !== (B as Float64Array).buffer &&
          (A as Float64Array).buffer !== (C as Float64Array).buffer;
        return walkAxes(kernel, x, a, b, c, isFree ? LARGE_BLOCK : BLOCK);
      }
      q = stride[1 - inner]! - n * p;
      s = strideB[1 - inner]! - n * r;
      u = strideC[1 - inner]! - n * t;
    }
  }
  const atA = a.offset | 0;
  const atB = b.offset | 0;
  const atC = c.offset | 0;
  return n >= LONG && accelerator.run?.(call, x, m, n, A, atA, p, q, B, atB, r, s, C, atC, t, u)
    ? x
    : kernel(x, m, n, A, atA, p, q, B, atB, r, s, C, atC, t, u);
}

/** Walks one view: a vector by a way of its own, which takes two thirds of the time for one element. */
export function walkOne(
  call: string,
  writes: boolean,
  x: unknown,
  kernels: Kernels,
  a: View,
): unknown {
  const shape = shapeIn(a);
  if (shape === undefined) refuse(call, [a]);
  if (shape.length > 1) return walk(call, 1, writes, x, kernels, a, a, a);
  const { data: A, stride, dtype } = a;
  const kernel = kernelFor(kernels, 1, writes, dtype, dtype, dtype);
  const n = shape[0] ?? 1;
  const at = a.offset | 0;
  const p = stride[0] ?? 0;
  return n >= LONG && accelerator.run?.(call, x, 1, n, A, at, p, 0)
    ? x
    : (kernel as KernelOfOne)(x, 1, n, A, at, p, 0);
}
