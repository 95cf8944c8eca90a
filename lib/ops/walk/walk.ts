/**
 * Hands arrays, positions and steps to the kernel for their types: at once for vectors, matrices and
 * views in one run, and by the walk over axes for all else.
 *
 * A kernel is written out five times, for float64, for float32 and thrice for all else, because an
 * engine learns the types of a loop by its text: one text for all would run twenty times slower
 * after six types.
 */
import { accelerator, LONG } from "./accelerator.ts";
import { isAlike, isFine, refuse } from "./check-operands.ts";
import { kernelForOthers } from "./kernel-for-others.ts";
import type { Kernel, KernelOfOne, Kernels, View } from "./operands.ts";
import { innermost, isOneRun } from "./shape-of-walk.ts";
import { BLOCK, walkAxes } from "./walk-axes.ts";

/**
 * Walks two or three views of one shape and returns the last x. In the place of a third view that a
 * call does not have stands b, so that there is one walk for both.
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
  if (!isFine(a) || !isAlike(a, b) || (b !== c && !isAlike(a, c)))
    refuse(call, [a, b, c].slice(0, count));
  const { data: A, shape, stride, dtype } = a;
  const { data: B, stride: strideB, dtype: dtypeB } = b;
  const { data: C, stride: strideC, dtype: dtypeC } = c;
  const kernel =
    (dtype === dtypeB && dtype === dtypeC && kernelForFloats(kernels, dtype)) ||
    kernelForOthers(kernels, count, writes, dtype, dtypeB, dtypeC);
  const rank = shape.length;
  let inner = 0;
  let outer = 0;
  let m = 1;
  let n = shape[0] ?? 1;
  if (rank > 1 && isOneRun(a) && isOneRun(b) && isOneRun(c)) {
    inner = outer = rank - 1;
    n = shape.reduce((size, length) => size * length);
  } else if (rank > 1) {
    inner = innermost(stride);
    outer = 1 - inner;
    n = shape[inner]!;
    m = shape[outer]!;
    // A matrix that is one block is walked forward in the order of a, whatever that of the others.
    const isOrdered = innermost(strideB) === inner && innermost(strideC) === inner;
    if (rank > 2 || (!isOrdered && (m > BLOCK || n > BLOCK))) return walkAxes(kernel, x, a, b, c);
  }
  const atA = a.offset | 0;
  const atB = b.offset | 0;
  const atC = c.offset | 0;
  const p = stride[inner] ?? 0;
  const r = strideB[inner] ?? 0;
  const t = strideC[inner] ?? 0;
  // A run has no second row, so it does not matter where that would begin.
  const q = (stride[outer]! - n * p) | 0;
  const s = (strideB[outer]! - n * r) | 0;
  const u = (strideC[outer]! - n * t) | 0;
  return n >= LONG && accelerator.run?.(call, x, m, n, A, atA, p, q, B, atB, r, s, C, atC, t, u)
    ? x
    : kernel(x, m, n, A, atA, p, q, B, atB, r, s, C, atC, t, u);
}

/** Walks one view. */
export function walkOne(
  call: string,
  writes: boolean,
  x: unknown,
  kernels: Kernels,
  a: View,
): unknown {
  if (!isFine(a)) refuse(call, [a]);
  if (a.shape.length > 1) return walk(call, 1, writes, x, kernels, a, a, a);
  const { data: A, shape, stride, dtype } = a;
  const kernel =
    kernelForFloats(kernels, dtype) || kernelForOthers(kernels, 1, writes, dtype, dtype, dtype);
  const n = shape[0] ?? 1;
  const at = a.offset | 0;
  const p = stride[0] ?? 0;
  return n >= LONG && accelerator.run?.(call, x, 1, n, A, at, p, 0)
    ? x
    : (kernel as KernelOfOne)(x, 1, n, A, at, p, 0);
}

const kernelForFloats = (kernels: Kernels, dtype: string): Kernel | false =>
  dtype === "float64" ? kernels[0] : dtype === "float32" && kernels[1];
