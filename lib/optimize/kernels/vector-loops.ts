/**
 * The loops of line searches in JavaScript, for short flats and where there is no WebAssembly. Every
 * sum has its order, which the kernels of `steps.as.ts` keep. `npm run build:kernel` makes a copy of
 * this file for float32, for the reason in `step-loops.ts`.
 */
import type { Floats } from "../../internal/arrays.ts";

/** out ← a·x + b·y */
export function combine(out: Floats, a: number, x: Floats, b: number, y: Floats): void {
  for (let i = 0; i < out.length; i++) out[i] = a * x[i]! + b * y[i]!;
}

/** xᵀy, element i in partial sum i modulo 8 */
export function dot(x: Floats, y: Floats): number {
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
  return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
}

/** Σ |xᵢ| in the same order: NaN or Infinity if an element is that, and a bound on all if not. */
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
  return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
}

/** xᵀy, xᵀx, yᵀy; even and odd elements apart, as in all that follow */
export function products(x: Floats, y: Floats, into: Float64Array): void {
  let xy0 = 0;
  let xx0 = 0;
  let yy0 = 0;
  let xy1 = 0;
  let xx1 = 0;
  let yy1 = 0;
  const last = x.length - 1;
  for (let i = 0; i <= last; i += 2) {
    const v0 = x[i]!;
    const w0 = y[i]!;
    xy0 += v0 * w0;
    xx0 += v0 * v0;
    yy0 += w0 * w0;
    if (i === last) break;
    const v1 = x[i + 1]!;
    const w1 = y[i + 1]!;
    xy1 += v1 * w1;
    xx1 += v1 * v1;
    yy1 += w1 * w1;
  }
  into[0] = xy0 + xy1;
  into[1] = xx0 + xx1;
  into[2] = yy0 + yy1;
}

/** With y = g - last: sᵀy, yᵀy, yᵀg, sᵀg, sᵀs, sᵀlast */
export function conjugacy(g: Floats, last: Floats, s: Floats, into: Float64Array): void {
  into.fill(0);
  addEverySecond(0, g, last, s, into);
  addEverySecond(1, g, last, s, into);
}

function addEverySecond(
  first: number,
  g: Floats,
  last: Floats,
  s: Floats,
  into: Float64Array,
): void {
  let sy = 0; // no sum waits for another
  let yy = 0;
  let yg = 0;
  let sg = 0;
  let ss = 0;
  let sl = 0;
  for (let i = first; i < g.length; i += 2) {
    const y = g[i]! - last[i]!;
    sy += s[i]! * y;
    yy += y * y;
    yg += y * g[i]!;
    sg += s[i]! * g[i]!;
    ss += s[i]! * s[i]!;
    sl += s[i]! * last[i]!;
  }
  into[0]! += sy;
  into[1]! += yy;
  into[2]! += yg;
  into[3]! += sg;
  into[4]! += ss;
  into[5]! += sl;
}
