/**
 * The loops of line searches in JavaScript, for all rows that are not in an arena. Each sum has its
 * order, which the kernels of `steps.as.ts` keep, and in which no addition waits for the one before.
 * `npm run build:kernel` makes a copy for float32, for the reason in `step-loops.ts`.
 */
import type { Floats } from "../../internal/arrays.ts";

/** out ← a·x + b·y */
export function combine(out: Floats, a: number, x: Floats, b: number, y: Floats): void {
  let i = 0;
  for (const whole = out.length - 3; i < whole; i += 4) {
    const v0 = a * x[i]! + b * y[i]!;
    const v1 = a * x[i + 1]! + b * y[i + 1]!;
    const v2 = a * x[i + 2]! + b * y[i + 2]!;
    const v3 = a * x[i + 3]! + b * y[i + 3]!;
    out[i] = v0;
    out[i + 1] = v1;
    out[i + 2] = v2;
    out[i + 3] = v3;
  }
  for (; i < out.length; i++) out[i] = a * x[i]! + b * y[i]!;
}

/** xᵀy, element i in partial sum i modulo 4 */
export function dot(x: Floats, y: Floats): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (const whole = x.length - 3; i < whole; i += 4) {
    s0 += x[i]! * y[i]!;
    s1 += x[i + 1]! * y[i + 1]!;
    s2 += x[i + 2]! * y[i + 2]!;
    s3 += x[i + 3]! * y[i + 3]!;
  }
  const rest = x.length - i;
  if (rest > 0) s0 += x[i]! * y[i]!;
  if (rest > 1) s1 += x[i + 1]! * y[i + 1]!;
  if (rest > 2) s2 += x[i + 2]! * y[i + 2]!;
  return s0 + s1 + (s2 + s3);
}

/** Σ |xᵢ| in the same order */
export function sizes(x: Floats): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (const whole = x.length - 3; i < whole; i += 4) {
    s0 += Math.abs(x[i]!);
    s1 += Math.abs(x[i + 1]!);
    s2 += Math.abs(x[i + 2]!);
    s3 += Math.abs(x[i + 3]!);
  }
  const rest = x.length - i;
  if (rest > 0) s0 += Math.abs(x[i]!);
  if (rest > 1) s1 += Math.abs(x[i + 1]!);
  if (rest > 2) s2 += Math.abs(x[i + 2]!);
  return s0 + s1 + (s2 + s3);
}

/** xᵀy, xᵀx, yᵀy; even and odd elements apart, as in what follows */
export function products(x: Floats, y: Floats, into: Float64Array): void {
  let xy0 = 0;
  let xx0 = 0;
  let yy0 = 0;
  let xy1 = 0;
  let xx1 = 0;
  let yy1 = 0;
  const last = x.length - 1;
  let i = 0;
  for (; i < last; i += 2) {
    const v0 = x[i]!;
    const w0 = y[i]!;
    xy0 += v0 * w0;
    xx0 += v0 * v0;
    yy0 += w0 * w0;
    const v1 = x[i + 1]!;
    const w1 = y[i + 1]!;
    xy1 += v1 * w1;
    xx1 += v1 * v1;
    yy1 += w1 * w1;
  }
  if (i === last) {
    const v = x[i]!;
    const w = y[i]!;
    xy0 += v * w;
    xx0 += v * v;
    yy0 += w * w;
  }
  into[0] = xy0 + xy1;
  into[1] = xx0 + xx1;
  into[2] = yy0 + yy1;
}

/** With y = g - l: sᵀy, yᵀy, yᵀg, sᵀg, sᵀs, sᵀl */
export function conjugacy(g: Floats, l: Floats, s: Floats, into: Float64Array): void {
  let sy0 = 0;
  let yy0 = 0;
  let yg0 = 0;
  let sg0 = 0;
  let ss0 = 0;
  let sl0 = 0;
  let sy1 = 0;
  let yy1 = 0;
  let yg1 = 0;
  let sg1 = 0;
  let ss1 = 0;
  let sl1 = 0;
  const last = g.length - 1;
  let i = 0;
  for (; i < last; i += 2) {
    const now0 = g[i]!;
    const before0 = l[i]!;
    const step0 = s[i]!;
    const y0 = now0 - before0;
    sy0 += step0 * y0;
    yy0 += y0 * y0;
    yg0 += y0 * now0;
    sg0 += step0 * now0;
    ss0 += step0 * step0;
    sl0 += step0 * before0;
    const now1 = g[i + 1]!;
    const before1 = l[i + 1]!;
    const step1 = s[i + 1]!;
    const y1 = now1 - before1;
    sy1 += step1 * y1;
    yy1 += y1 * y1;
    yg1 += y1 * now1;
    sg1 += step1 * now1;
    ss1 += step1 * step1;
    sl1 += step1 * before1;
  }
  if (i === last) {
    const now = g[i]!;
    const before = l[i]!;
    const step = s[i]!;
    const y = now - before;
    sy0 += step * y;
    yy0 += y * y;
    yg0 += y * now;
    sg0 += step * now;
    ss0 += step * step;
    sl0 += step * before;
  }
  into[0] = sy0 + sy1;
  into[1] = yy0 + yy1;
  into[2] = yg0 + yg1;
  into[3] = sg0 + sg1;
  into[4] = ss0 + ss1;
  into[5] = sl0 + sl1;
}
