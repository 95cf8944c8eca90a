/**
 * Hands arrays, positions and steps to the kernel for their types: at once for ranks 1 and 2, and by
 * the walk of cwise for all else.
 *
 * A kernel is written out three times, for float64, float32 and all else, because an engine learns
 * the types of a loop by its text: one text for all would run twenty times slower after six types.
 */
import { isAlike, isFine, refuse } from "./check-operands.ts";
import type { Kernel1, Kernel2, Kernel3, View } from "./operands.ts";
import { innermost, walkAxes } from "./walk-axes.ts";
import { isOnStore, walkStores } from "./walk-stores.ts";

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
  const kernel = dtype === "float64" ? in64 : dtype === "float32" ? in32 : inAny;
  if (kernel === inAny && isOnStore(a)) return walkStores([a], kernel, x, writes);
  const at = a.offset | 0;
  if (shape.length < 2) return kernel(1, shape[0] ?? 1, A, at, stride[0] ?? 0, 0, x);
  if (shape.length === 2) {
    const inner = innermost(stride);
    const n = shape[inner]!;
    const m = shape[1 - inner]!;
    const p = stride[inner]!;
    const q = stride[1 - inner]! - n * p;
    return q === 0 ? kernel(1, m * n, A, at, p, 0, x) : kernel(m, n, A, at, p, q, x);
  }
  return walkAxes(
    [a],
    (m, n, first, along, back, before) =>
      kernel(m, n, A, first[0]!, along[0]!, back[0]!, before),
    x,
  );
}

/** Walks two views of one shape. */
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
  const kernel = same && dtype === "float64" ? in64 : same && dtype === "float32" ? in32 : inAny;
  if (kernel === inAny && (isOnStore(a) || isOnStore(b))) {
    return walkStores([a, b], kernel, x, writes);
  }
  const atA = a.offset | 0;
  const atB = b.offset | 0;
  if (shape.length < 2) {
    return kernel(1, shape[0] ?? 1, A, atA, stride[0] ?? 0, 0, B, atB, strideB[0] ?? 0, 0, x);
  }
  if (shape.length === 2) {
    const inner = innermost(stride);
    if (innermost(strideB) === inner) {
      const n = shape[inner]!;
      const m = shape[1 - inner]!;
      const p = stride[inner]!;
      const q = stride[1 - inner]! - n * p;
      const r = strideB[inner]!;
      const s = strideB[1 - inner]! - n * r;
      return q === 0 && s === 0
        ? kernel(1, m * n, A, atA, p, 0, B, atB, r, 0, x)
        : kernel(m, n, A, atA, p, q, B, atB, r, s, x);
    }
  }
  return walkAxes(
    [a, b],
    (m, n, first, along, back, before) =>
      kernel(m, n, A, first[0]!, along[0]!, back[0]!, B, first[1]!, along[1]!, back[1]!, before),
    x,
  );
}

/** Walks three views of one shape. */
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
  const kernel = same && dtype === "float64" ? in64 : same && dtype === "float32" ? in32 : inAny;
  if (kernel === inAny && (isOnStore(a) || isOnStore(b) || isOnStore(c))) {
    walkStores([a, b, c], kernel, undefined, true);
    return;
  }
  const atA = a.offset | 0;
  const atB = b.offset | 0;
  const atC = c.offset | 0;
  if (shape.length < 2) {
    const n = shape[0] ?? 1;
    kernel(1, n, A, atA, stride[0] ?? 0, 0, B, atB, strideB[0] ?? 0, 0, C, atC, strideC[0] ?? 0, 0);
    return;
  }
  if (shape.length === 2) {
    const inner = innermost(stride);
    if (innermost(strideB) === inner && innermost(strideC) === inner) {
      const n = shape[inner]!;
      const m = shape[1 - inner]!;
      const p = stride[inner]!;
      const q = stride[1 - inner]! - n * p;
      const r = strideB[inner]!;
      const s = strideB[1 - inner]! - n * r;
      const t = strideC[inner]!;
      const u = strideC[1 - inner]! - n * t;
      if (q === 0 && s === 0 && u === 0) {
        kernel(1, m * n, A, atA, p, 0, B, atB, r, 0, C, atC, t, 0);
      } else kernel(m, n, A, atA, p, q, B, atB, r, s, C, atC, t, u);
      return;
    }
  }
  walkAxes(
    [a, b, c],
    (m, n, [i, j, k], along, back) => {
      const [p, r, t] = along;
      const [q, s, u] = back;
      kernel(m, n, A, i!, p!, q!, B, j!, r!, s!, C, k!, t!, u!);
    },
    undefined,
  );
}
