/** Hands three arrays to the kernel for their types, as walk-one.ts does with one. */
import { isAlike, isFine, refuse } from "./check-operands.ts";
import { innermost } from "./innermost.ts";
import type { AnyKernel, Kernel3, View } from "./operands.ts";
import { isOnStore, throughStores } from "./through-stores.ts";
import { BLOCK, walkAxes } from "./walk-axes.ts";

/** Walks three views of one shape. The kernel writes the first one. */
export function walk3(
  call: string,
  a: View,
  b: View,
  c: View,
  in64: Kernel3,
  in32: Kernel3,
  inAny: Kernel3,
): void {
  if (!isFine(a) || !isAlike(a, b) || !isAlike(a, c)) refuse(call, [a, b, c]);
  const { data: A, shape, stride, dtype } = a;
  const { data: B, stride: strideB } = b;
  const { data: C, stride: strideC } = c;
  const same = dtype === b.dtype && dtype === c.dtype;
  let kernel: AnyKernel =
    same && dtype === "float64" ? in64 : same && dtype === "float32" ? in32 : inAny;
  if (isOnStore(a) || isOnStore(b) || isOnStore(c)) {
    kernel = throughStores(kernel, [a, b, c], true);
  }
  const atA = a.offset | 0;
  const atB = b.offset | 0;
  const atC = c.offset | 0;
  if (shape.length < 2) {
    const n = shape[0] ?? 1;
    kernel(1, n, A, atA, stride[0] ?? 0, 0, B, atB, strideB[0] ?? 0, 0, C, atC, strideC[0] ?? 0, 0);
    return;
  }
  if (shape.length > 2) {
    walkAxes(kernel, [a, b, c]);
    return;
  }
  const inner = innermost(stride);
  const n = shape[inner]!;
  const m = shape[1 - inner]!;
  const p = stride[inner]!;
  const q = stride[1 - inner]!;
  const r = strideB[inner]!;
  const s = strideB[1 - inner]!;
  const t = strideC[inner]!;
  const u = strideC[1 - inner]!;
  if (innermost(strideB) === inner && innermost(strideC) === inner) {
    if (q === n * p && s === n * r && u === n * t) {
      kernel(1, m * n, A, atA, p, 0, B, atB, r, 0, C, atC, t, 0);
    } else kernel(m, n, A, atA, p, q - n * p, B, atB, r, s - n * r, C, atC, t, u - n * t);
    return;
  }
  for (let j = n; j > 0;) {
    const w = Math.min(j, BLOCK);
    j -= w;
    for (let i = m; i > 0;) {
      const h = Math.min(i, BLOCK);
      i -= h;
      const fromA = atA + j * p + i * q;
      const fromB = atB + j * r + i * s;
      const fromC = atC + j * t + i * u;
      kernel(h, w, A, fromA, p, q - w * p, B, fromB, r, s - w * r, C, fromC, t, u - w * t);
    }
  }
}
