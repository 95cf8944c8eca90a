/**
 * The WebAssembly kernel of the factorization, in AssemblyScript. `npm run build:kernel` compiles it
 * into `reflect-two.generated.ts`.
 *
 * It does what `reflectTwo` does in JavaScript, with the same bits: a vector holds two rows, so a
 * sum over all rows is the sum over the even ones plus that over the odd ones.
 *
 * Four columns by two reflections are eight sums. Together with the operands, an engine cannot keep
 * more vectors in sixteen registers.
 */

// @ts-ignore: decorator
@inline
function sum(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

// @ts-ignore: decorator
@inline
function madd(s: v128, x: v128, y: v128): v128 {
  return f64x2.add(s, f64x2.mul(x, y));
}

// @ts-ignore: decorator
@inline
function minus(at: i32, a: v128, x: v128, b: v128, y: v128): void {
  v128.store(at, f64x2.sub(v128.load(at), f64x2.add(f64x2.mul(a, x), f64x2.mul(b, y))));
}

/** The multiples of both reflections that a column loses. */
let s1: f64 = 0;
let s2: f64 = 0;

/** Finds them for a column whose products with v and u are d1 and d2, and takes them from R. */
// @ts-ignore: decorator
@inline
function turn(r: i32, q: i32, d1: f64, d2: f64, tau: f64, tau2: f64, mixed: f64): void {
  const x = load<f64>(r);
  const y = load<f64>(q);
  s1 = tau * (x + d1);
  s2 = tau2 * (y + d2 - s1 * mixed);
  store<f64>(r, x - s1);
  store<f64>(q, y - s2);
}

/**
 * @param r address of the elements of the triangle's row k that belong to the columns
 * @param q address of those of row k + 1
 * @param c address of the first of `count` columns
 * @param v address of the reflection of column k, and u of that of column k + 1
 * @param lead bytes from column to column
 * @param height bytes of a column that are not 0, a multiple of 16
 */
export function reflectTwo(
  r: i32, q: i32, c: i32, count: i32, v: i32, u: i32, lead: i32, height: i32,
  tau: f64, tau2: f64, mixed: f64,
): void {
  const uv = u - v;
  const end = v + height;
  for (; count >= 4; count -= 4, c += 4 * lead, r += 32, q += 32) {
    let a1 = f64x2.splat(0);
    let a2 = f64x2.splat(0);
    let b1 = f64x2.splat(0);
    let b2 = f64x2.splat(0);
    let c1 = f64x2.splat(0);
    let c2 = f64x2.splat(0);
    let d1 = f64x2.splat(0);
    let d2 = f64x2.splat(0);
    let p = v;
    let a = c;
    let b = c + lead;
    let d = b + lead;
    let e = d + lead;
    do {
      const x = v128.load(p);
      const y = v128.load(p + uv);
      const f = v128.load(a);
      a1 = madd(a1, x, f);
      a2 = madd(a2, y, f);
      const g = v128.load(b);
      b1 = madd(b1, x, g);
      b2 = madd(b2, y, g);
      const h = v128.load(d);
      c1 = madd(c1, x, h);
      c2 = madd(c2, y, h);
      const i = v128.load(e);
      d1 = madd(d1, x, i);
      d2 = madd(d2, y, i);
      p += 16; a += 16; b += 16; d += 16; e += 16;
    } while (p < end);
    turn(r, q, sum(a1), sum(a2), tau, tau2, mixed);
    a1 = f64x2.splat(s1);
    a2 = f64x2.splat(s2);
    turn(r + 8, q + 8, sum(b1), sum(b2), tau, tau2, mixed);
    b1 = f64x2.splat(s1);
    b2 = f64x2.splat(s2);
    turn(r + 16, q + 16, sum(c1), sum(c2), tau, tau2, mixed);
    c1 = f64x2.splat(s1);
    c2 = f64x2.splat(s2);
    turn(r + 24, q + 24, sum(d1), sum(d2), tau, tau2, mixed);
    d1 = f64x2.splat(s1);
    d2 = f64x2.splat(s2);
    p = v;
    a = c;
    b = c + lead;
    d = b + lead;
    e = d + lead;
    do {
      const x = v128.load(p);
      const y = v128.load(p + uv);
      minus(a, a1, x, a2, y);
      minus(b, b1, x, b2, y);
      minus(d, c1, x, c2, y);
      minus(e, d1, x, d2, y);
      p += 16; a += 16; b += 16; d += 16; e += 16;
    } while (p < end);
  }
  for (; count > 0; count--, c += lead, r += 8, q += 8) {
    let a1 = f64x2.splat(0);
    let a2 = f64x2.splat(0);
    let p = v;
    let a = c;
    do {
      const f = v128.load(a);
      a1 = madd(a1, v128.load(p), f);
      a2 = madd(a2, v128.load(p + uv), f);
      p += 16; a += 16;
    } while (p < end);
    turn(r, q, sum(a1), sum(a2), tau, tau2, mixed);
    a1 = f64x2.splat(s1);
    a2 = f64x2.splat(s2);
    p = v;
    a = c;
    do {
      minus(a, a1, v128.load(p), a2, v128.load(p + uv));
      p += 16; a += 16;
    } while (p < end);
  }
}
