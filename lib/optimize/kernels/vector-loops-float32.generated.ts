// Made from vector-loops.ts by `npm run build:kernel`: its text once more, for float32.
// Sources: 1febd37890ff7912dae8bc78ef5eb8d2bf438fd58db541947ba92fdf75e77d27
import type { Floats } from "../../internal/arrays.ts";
import { SHORT } from "./step-kernels.ts";

/** out ← x */
export function copyShort(out: Floats, x: Floats): void {
  for (let i = 0; i < out.length; i++) out[i] = x[i]!;
}

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

/** xᵀy of short rows */
export function shortDot(x: Floats, y: Floats): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

/** xᵀy; of a long row element i is in partial sum i modulo 8 */
export function dot(x: Floats, y: Floats): number {
  if (x.length < SHORT) return shortDot(x, y);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  let i = 0;
  for (const whole = x.length - 7; i < whole; i += 8) {
    s0 += x[i]! * y[i]!;
    s1 += x[i + 1]! * y[i + 1]!;
    s2 += x[i + 2]! * y[i + 2]!;
    s3 += x[i + 3]! * y[i + 3]!;
    s4 += x[i + 4]! * y[i + 4]!;
    s5 += x[i + 5]! * y[i + 5]!;
    s6 += x[i + 6]! * y[i + 6]!;
    s7 += x[i + 7]! * y[i + 7]!;
  }
  const rest = x.length - i;
  if (rest > 0) s0 += x[i]! * y[i]!;
  if (rest > 1) s1 += x[i + 1]! * y[i + 1]!;
  if (rest > 2) s2 += x[i + 2]! * y[i + 2]!;
  if (rest > 3) s3 += x[i + 3]! * y[i + 3]!;
  if (rest > 4) s4 += x[i + 4]! * y[i + 4]!;
  if (rest > 5) s5 += x[i + 5]! * y[i + 5]!;
  if (rest > 6) s6 += x[i + 6]! * y[i + 6]!;
  return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
}

/** Σ |xᵢ|, as in long rows */
export function sizes(x: Floats): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  let i = 0;
  for (const whole = x.length - 7; i < whole; i += 8) {
    s0 += Math.abs(x[i]!);
    s1 += Math.abs(x[i + 1]!);
    s2 += Math.abs(x[i + 2]!);
    s3 += Math.abs(x[i + 3]!);
    s4 += Math.abs(x[i + 4]!);
    s5 += Math.abs(x[i + 5]!);
    s6 += Math.abs(x[i + 6]!);
    s7 += Math.abs(x[i + 7]!);
  }
  const rest = x.length - i;
  if (rest > 0) s0 += Math.abs(x[i]!);
  if (rest > 1) s1 += Math.abs(x[i + 1]!);
  if (rest > 2) s2 += Math.abs(x[i + 2]!);
  if (rest > 3) s3 += Math.abs(x[i + 3]!);
  if (rest > 4) s4 += Math.abs(x[i + 4]!);
  if (rest > 5) s5 += Math.abs(x[i + 5]!);
  if (rest > 6) s6 += Math.abs(x[i + 6]!);
  return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
}

/** xᵀy, xᵀx, yᵀy; of long rows even and odd elements apart, as in what follows */
export function products(x: Floats, y: Floats, into: Float64Array): void {
  let xy0 = 0;
  let xx0 = 0;
  let yy0 = 0;
  let xy1 = 0;
  let xx1 = 0;
  let yy1 = 0;
  const last = x.length - 1;
  const pairs = x.length < SHORT ? 0 : last;
  let i = 0;
  for (; i < pairs; i += 2) {
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
  for (; i <= last; i++) {
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
  const pairs = g.length < SHORT ? 0 : last;
  let i = 0;
  for (; i < pairs; i += 2) {
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
  for (; i <= last; i++) {
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
