/** Hands two arrays to the kernel for their types, as walk-one.ts does with one. */
import { isAlike, isFine, refuse } from "./check-operands.ts";
import { innermost } from "./innermost.ts";
import type { AnyKernel, Kernel2, View } from "./operands.ts";
import { STOP } from "./stop.ts";
import { isOnStore, throughStores } from "./through-stores.ts";
import { BLOCK, walkAxes } from "./walk-axes.ts";

/** Walks two views of one shape. `writes` says that the kernel writes the first one. */
export function walk2(
  call: string,
  a: View,
  b: View,
  x: unknown,
  in64: Kernel2,
  in32: Kernel2,
  inAny: Kernel2,
  writes = true,
): unknown {
  if (!isFine(a) || !isAlike(a, b)) refuse(call, [a, b]);
  const { data: A, shape, stride, dtype } = a;
  const { data: B, stride: strideB } = b;
  const same = dtype === b.dtype;
  let kernel: AnyKernel =
    same && dtype === "float64" ? in64 : same && dtype === "float32" ? in32 : inAny;
  if (isOnStore(a) || isOnStore(b)) kernel = throughStores(kernel, [a, b], writes);
  const atA = a.offset | 0;
  const atB = b.offset | 0;
  if (shape.length < 2) {
    return kernel(1, shape[0] ?? 1, A, atA, stride[0] ?? 0, 0, B, atB, strideB[0] ?? 0, 0, x);
  }
  if (shape.length > 2) return walkAxes(kernel, [a, b], x);
  const inner = innermost(stride);
  const n = shape[inner]!;
  const m = shape[1 - inner]!;
  const p = stride[inner]!;
  const q = stride[1 - inner]!;
  const r = strideB[inner]!;
  const s = strideB[1 - inner]!;
  if (innermost(strideB) === inner) {
    return q === n * p && s === n * r
      ? kernel(1, m * n, A, atA, p, 0, B, atB, r, 0, x)
      : kernel(m, n, A, atA, p, q - n * p, B, atB, r, s - n * r, x);
  }
  for (let j = n; j > 0;) {
    const w = Math.min(j, BLOCK);
    j -= w;
    for (let i = m; i > 0;) {
      const h = Math.min(i, BLOCK);
      i -= h;
      const fromA = atA + j * p + i * q;
      const fromB = atB + j * r + i * s;
      x = kernel(h, w, A, fromA, p, q - w * p, B, fromB, r, s - w * r, x);
      if (x === STOP) return x;
    }
  }
  return x;
}
