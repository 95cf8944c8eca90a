/**
 * Hands arrays, positions and steps to the kernel for their types: at once for vectors and views in one
 * run, and by the walk over axes for all else.
 *
 * A kernel is written out three times, for float64, float32 and all else, because an engine learns
 * the types of a loop by its text: one text for all would run twenty times slower after six types.
 */
import { accelerator, LONG } from "./accelerator.ts";
import { isAlike, isFine, refuse } from "./check-operands.ts";
import { kernelForOthers } from "./kernel-for-others.ts";
import type { Kernel, Kernels, View } from "./operands.ts";
import { isOneRun, sizeOf } from "./shape-of-walk.ts";
import { walkAxes } from "./walk-axes.ts";

/**
 * Walks `count` views of one shape and returns the last x. In the places of views that a call does
 * not have stands a, so that there is one walk for all.
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
  const views = (): View[] => [a, b, c].slice(0, count);
  if (!isFine(a) || !isAlike(a, b) || !isAlike(a, c)) refuse(call, views());
  const { data: A, shape, stride, dtype } = a;
  const { data: B, stride: strideB } = b;
  const { data: C, stride: strideC } = c;
  let kernel: Kernel | undefined;
  if (dtype === b.dtype && dtype === c.dtype) {
    if (dtype === "float64") kernel = kernels[0];
    else if (dtype === "float32") kernel = kernels[1];
  }
  const isFloats = kernel !== undefined;
  kernel ??= kernelForOthers(kernels, views(), writes);
  const rank = shape.length;
  const last = rank - 1;
  if (rank < 2 || (isOneRun(a) && isOneRun(b) && isOneRun(c))) {
    const p = stride[last] ?? 0;
    const r = strideB[last] ?? 0;
    const t = strideC[last] ?? 0;
    const n = sizeOf(shape);
    const atA = a.offset | 0;
    const atB = b.offset | 0;
    const atC = c.offset | 0;
    if (n >= LONG && isFloats && p === 1 && r === 1 && t === 1) {
      if (accelerator.run?.(call, x, n, A, atA, B, atB, C, atC) === true) return x;
    }
    return kernel(x, 1, n, A, atA, p, 0, B, atB, r, 0, C, atC, t, 0);
  }
  return walkAxes(kernel, x, a, b, c);
}
