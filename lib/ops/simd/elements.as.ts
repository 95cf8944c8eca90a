/**
 * The WebAssembly kernel of ops, in AssemblyScript: one generic source for float32 and float64, on
 * runs of elements without gaps. `npm run build:kernel` compiles it into `elements.generated.ts`.
 *
 * + - * /, the sign, the absolute value, the root, floor, ceil, max and min are exact or rounded
 * once, so a vector has the bits of the loops in JavaScript: a NaN wins over a number, and -0 is less
 * than 0. A sum of float32 in JavaScript is rounded to float64 and then to float32, which is the
 * float32 sum itself: float64 has more than twice the bits, and two more (Figueroa 1995). A scalar is
 * any float64, so with it float32 is computed in float64 and rounded once, as the loops do.
 */

import { exp2, expOf, prepareExp } from "../../internal/exact-math/exp.as";
import { logOfTwo, prepareLog } from "../../internal/exact-math/log.as";

// @ts-ignore: decorator
@inline const ADD: i32 = 0;
// @ts-ignore: decorator
@inline const SUB: i32 = 1;
// @ts-ignore: decorator
@inline const MUL: i32 = 2;
// @ts-ignore: decorator
@inline const DIV: i32 = 3;
// @ts-ignore: decorator
@inline const MAX: i32 = 4;
// @ts-ignore: decorator
@inline const MIN: i32 = 5;

// @ts-ignore: decorator
@inline
function vector<T>(op: i32, x: v128, y: v128): v128 {
  if (op == ADD) return v128.add<T>(x, y);
  if (op == SUB) return v128.sub<T>(x, y);
  if (op == MUL) return v128.mul<T>(x, y);
  if (op == DIV) return v128.div<T>(x, y);
  if (op == MAX) return v128.max<T>(x, y);
  return v128.min<T>(x, y);
}

// @ts-ignore: decorator
@inline
function one<T>(op: i32, x: T, y: T): T {
  if (op == ADD) return (x + y) as T;
  if (op == SUB) return (x - y) as T;
  if (op == MUL) return (x * y) as T;
  if (op == DIV) return (x / y) as T;
  if (op == MAX) return max<T>(x, y);
  return min<T>(x, y);
}

/** a = b op c, over n elements from these addresses on. */
// @ts-ignore: decorator
@inline
function views<T>(op: i32, n: i32, a: i32, b: i32, c: i32): void {
  const end = a + n * sizeof<T>();
  const most = end - 64;
  for (; a <= most; a += 64, b += 64, c += 64) {
    const r0 = vector<T>(op, v128.load(b), v128.load(c));
    const r1 = vector<T>(op, v128.load(b, 16), v128.load(c, 16));
    const r2 = vector<T>(op, v128.load(b, 32), v128.load(c, 32));
    const r3 = vector<T>(op, v128.load(b, 48), v128.load(c, 48));
    v128.store(a, r0);
    v128.store(a, r1, 16);
    v128.store(a, r2, 32);
    v128.store(a, r3, 48);
  }
  for (; a < end; a += sizeof<T>(), b += sizeof<T>(), c += sizeof<T>()) {
    store<T>(a, one<T>(op, load<T>(b), load<T>(c)));
  }
}

/** a = b op x. */
// @ts-ignore: decorator
@inline
function scalar<T>(op: i32, n: i32, a: i32, b: i32, x: f64): void {
  const end = a + n * sizeof<T>();
  const y = f64x2.splat(x);
  if (sizeof<T>() == 8) {
    for (const most = end - 32; a <= most; a += 32, b += 32) {
      const r0 = vector<f64>(op, v128.load(b), y);
      const r1 = vector<f64>(op, v128.load(b, 16), y);
      v128.store(a, r0);
      v128.store(a, r1, 16);
    }
  } else {
    for (const most = end - 16; a <= most; a += 16, b += 16) {
      const z = v128.load(b);
      const high = i8x16.shuffle(z, z, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
      const r0 = f32x4.demote_f64x2_zero(vector<f64>(op, f64x2.promote_low_f32x4(z), y));
      const r1 = f32x4.demote_f64x2_zero(vector<f64>(op, f64x2.promote_low_f32x4(high), y));
      v128.store(a, i8x16.shuffle(r0, r1, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23));
    }
  }
  for (; a < end; a += sizeof<T>(), b += sizeof<T>()) {
    store<T>(a, one<f64>(op, load<T>(b) as f64, x) as T);
  }
}

// @ts-ignore: decorator
@inline const NEG: i32 = 0;
// @ts-ignore: decorator
@inline const ABS: i32 = 1;
// @ts-ignore: decorator
@inline const SQRT: i32 = 2;
// @ts-ignore: decorator
@inline const FLOOR: i32 = 3;
// @ts-ignore: decorator
@inline const CEIL: i32 = 4;

// @ts-ignore: decorator
@inline
function vectorOf<T>(op: i32, x: v128): v128 {
  if (op == NEG) return v128.neg<T>(x);
  if (op == ABS) return v128.abs<T>(x);
  if (op == SQRT) return v128.sqrt<T>(x);
  if (op == FLOOR) return v128.floor<T>(x);
  return v128.ceil<T>(x);
}

// @ts-ignore: decorator
@inline
function oneOf<T>(op: i32, x: T): T {
  if (op == NEG) return -x as T;
  if (op == ABS) return abs<T>(x);
  if (op == SQRT) return sqrt<T>(x);
  if (op == FLOOR) return floor<T>(x);
  return ceil<T>(x);
}

/** a = f(b). */
// @ts-ignore: decorator
@inline
function unary<T>(op: i32, n: i32, a: i32, b: i32): void {
  const end = a + n * sizeof<T>();
  for (const most = end - 32; a <= most; a += 32, b += 32) {
    const r0 = vectorOf<T>(op, v128.load(b));
    const r1 = vectorOf<T>(op, v128.load(b, 16));
    v128.store(a, r0);
    v128.store(a, r1, 16);
  }
  for (; a < end; a += sizeof<T>(), b += sizeof<T>()) store<T>(a, oneOf<T>(op, load<T>(b)));
}

export function add64(n: i32, a: i32, b: i32, c: i32): void { views<f64>(ADD, n, a, b, c); }
export function sub64(n: i32, a: i32, b: i32, c: i32): void { views<f64>(SUB, n, a, b, c); }
export function mul64(n: i32, a: i32, b: i32, c: i32): void { views<f64>(MUL, n, a, b, c); }
export function div64(n: i32, a: i32, b: i32, c: i32): void { views<f64>(DIV, n, a, b, c); }
export function max64(n: i32, a: i32, b: i32, c: i32): void { views<f64>(MAX, n, a, b, c); }
export function min64(n: i32, a: i32, b: i32, c: i32): void { views<f64>(MIN, n, a, b, c); }
export function add32(n: i32, a: i32, b: i32, c: i32): void { views<f32>(ADD, n, a, b, c); }
export function sub32(n: i32, a: i32, b: i32, c: i32): void { views<f32>(SUB, n, a, b, c); }
export function mul32(n: i32, a: i32, b: i32, c: i32): void { views<f32>(MUL, n, a, b, c); }
export function div32(n: i32, a: i32, b: i32, c: i32): void { views<f32>(DIV, n, a, b, c); }
export function max32(n: i32, a: i32, b: i32, c: i32): void { views<f32>(MAX, n, a, b, c); }
export function min32(n: i32, a: i32, b: i32, c: i32): void { views<f32>(MIN, n, a, b, c); }

export function adds64(n: i32, a: i32, b: i32, x: f64): void { scalar<f64>(ADD, n, a, b, x); }
export function subs64(n: i32, a: i32, b: i32, x: f64): void { scalar<f64>(SUB, n, a, b, x); }
export function muls64(n: i32, a: i32, b: i32, x: f64): void { scalar<f64>(MUL, n, a, b, x); }
export function divs64(n: i32, a: i32, b: i32, x: f64): void { scalar<f64>(DIV, n, a, b, x); }
export function maxs64(n: i32, a: i32, b: i32, x: f64): void { scalar<f64>(MAX, n, a, b, x); }
export function mins64(n: i32, a: i32, b: i32, x: f64): void { scalar<f64>(MIN, n, a, b, x); }
export function adds32(n: i32, a: i32, b: i32, x: f64): void { scalar<f32>(ADD, n, a, b, x); }
export function subs32(n: i32, a: i32, b: i32, x: f64): void { scalar<f32>(SUB, n, a, b, x); }
export function muls32(n: i32, a: i32, b: i32, x: f64): void { scalar<f32>(MUL, n, a, b, x); }
export function divs32(n: i32, a: i32, b: i32, x: f64): void { scalar<f32>(DIV, n, a, b, x); }
export function maxs32(n: i32, a: i32, b: i32, x: f64): void { scalar<f32>(MAX, n, a, b, x); }
export function mins32(n: i32, a: i32, b: i32, x: f64): void { scalar<f32>(MIN, n, a, b, x); }

export function neg64(n: i32, a: i32, b: i32): void { unary<f64>(NEG, n, a, b); }
export function abs64(n: i32, a: i32, b: i32): void { unary<f64>(ABS, n, a, b); }
export function sqrt64(n: i32, a: i32, b: i32): void { unary<f64>(SQRT, n, a, b); }
export function floor64(n: i32, a: i32, b: i32): void { unary<f64>(FLOOR, n, a, b); }
export function ceil64(n: i32, a: i32, b: i32): void { unary<f64>(CEIL, n, a, b); }
export function neg32(n: i32, a: i32, b: i32): void { unary<f32>(NEG, n, a, b); }
export function abs32(n: i32, a: i32, b: i32): void { unary<f32>(ABS, n, a, b); }
export function sqrt32(n: i32, a: i32, b: i32): void { unary<f32>(SQRT, n, a, b); }
export function floor32(n: i32, a: i32, b: i32): void { unary<f32>(FLOOR, n, a, b); }
export function ceil32(n: i32, a: i32, b: i32): void { unary<f32>(CEIL, n, a, b); }

export function exp64(n: i32, a: i32, b: i32, _: i32, table: usize): void {
  prepareExp(table);
  const end = a + n * 8;
  for (const most = end - 16; a <= most; a += 16, b += 16) v128.store(a, exp2(v128.load(b), table));
  if (a < end) store<f64>(a, expOf(load<f64>(b)));
}

export function exp32(n: i32, a: i32, b: i32, _: i32, table: usize): void {
  prepareExp(table);
  const end = a + n * 4;
  for (const most = end - 8; a <= most; a += 8, b += 8) {
    const y = exp2(f64x2.promote_low_f32x4(v128.load64_zero(b)), table);
    v128.store64_lane(a, f32x4.demote_f64x2_zero(y), 0);
  }
  if (a < end) store<f32>(a, expOf(load<f32>(b) as f64) as f32);
}

/** There is one text for both types, because the kernel would be a tenth longer with two. */
function logs(width: i32, n: i32, a: i32, b: i32, table: usize): void {
  prepareLog(table);
  const end = a + n * width;
  const last = end - width; // an element without a second one
  for (; a < end; a += 2 * width, b += 2 * width) {
    let x: v128;
    if (width == 8) x = a == last ? v128.load64_splat(b) : v128.load(b);
    else x = f64x2.promote_low_f32x4(a == last ? v128.load32_splat(b) : v128.load64_zero(b));
    let y = logOfTwo(x, table);
    if (width == 4) y = f32x4.demote_f64x2_zero(y);
    if (a == last) {
      if (width == 8) v128.store64_lane(a, y, 0);
      else v128.store32_lane(a, y, 0);
    } else if (width == 8) v128.store(a, y);
    else v128.store64_lane(a, y, 0);
  }
}

export function log64(n: i32, a: i32, b: i32, _: i32, table: usize): void { logs(8, n, a, b, table); }
export function log32(n: i32, a: i32, b: i32, _: i32, table: usize): void { logs(4, n, a, b, table); }
