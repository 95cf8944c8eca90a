/**
 * Hands the array of a view, its first position and its steps to the kernel for its type.
 *
 * A kernel is written out three times, for float64, float32 and all else, because an engine learns
 * the types of a loop by its text: one text for all would run twenty times slower after six types.
 */
import { isFine, refuse } from "./check-operands.ts";
import { innermost } from "./innermost.ts";
import type { AnyKernel, Kernel1, View } from "./operands.ts";
import { isOnStore, throughStores } from "./through-stores.ts";
import { walkAxes } from "./walk-axes.ts";

/** Walks one view. `writes` says that the kernel writes it, as all but reductions do. */
export function walk1(
  call: string,
  a: View,
  x: unknown,
  in64: Kernel1,
  in32: Kernel1,
  inAny: Kernel1,
  writes = true,
): unknown {
  if (!isFine(a)) refuse(call, [a]);
  const { data: A, shape, stride, dtype } = a;
  let kernel: AnyKernel = dtype === "float64" ? in64 : dtype === "float32" ? in32 : inAny;
  if (isOnStore(a)) kernel = throughStores(kernel, [a], writes);
  const at = a.offset | 0;
  if (shape.length < 2) return kernel(1, shape[0] ?? 1, A, at, stride[0] ?? 0, 0, x);
  if (shape.length > 2) return walkAxes(kernel, [a], x);
  const inner = innermost(stride);
  const n = shape[inner]!;
  const m = shape[1 - inner]!;
  const p = stride[inner]!;
  const q = stride[1 - inner]! - n * p;
  return q === 0 ? kernel(1, m * n, A, at, p, 0, x) : kernel(m, n, A, at, p, q, x);
}
