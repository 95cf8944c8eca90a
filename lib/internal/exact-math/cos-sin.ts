import { reduceAngle, remainder } from "./reduce-angle.ts";

/** π/4 to 21 bits, a little above it. */
const QUARTER_PI = 0x1921fc / 0x200000;
const TINY = 1 / 0x8000000;

/**
 * The cosine of an angle in radians with the same bits on every engine, within 1 ulp.
 * fdlibm (Sun Microsystems 1993), s_cos.c.
 */
export function cos(x: number): number {
  if (Math.abs(x) < QUARTER_PI) return cosNearZero(x, 0);
  return cosOfQuarters(reduceAngle(x));
}

/**
 * The sine of an angle in radians with the same bits on every engine, within 1 ulp.
 * fdlibm (Sun Microsystems 1993), s_sin.c.
 */
export function sin(x: number): number {
  if (Math.abs(x) < QUARTER_PI) return sinNearZero(x, 0);
  return cosOfQuarters(reduceAngle(x) - 1);
}

/** The cosine of the remainder and n right angles. */
function cosOfQuarters(n: number): number {
  const [y, rest] = [remainder[0]!, remainder[1]!];
  const value = (n & 1) === 0 ? cosNearZero(y, rest) : sinNearZero(y, rest);
  return ((n + 1) & 2) === 0 ? value : -value;
}

/**
 * cos(x + rest) for |x| <= π/4: 1 - z/2 + z²·(1/24 - …) with z = x². Above 0.3 some q near x²/2 is
 * taken from 1 first, which is exact, so that the difference is rounded at a smaller size.
 * fdlibm, k_cos.c.
 */
function cosNearZero(x: number, rest: number): number {
  const size = Math.abs(x);
  if (size < TINY) return 1;
  const z = x * x;
  const c56 = 2.0875723212981748279e-9 + z * -1.13596475577881948265e-11;
  const c3456 = 2.48015872894767294178e-5 + z * (-2.75573143513906633035e-7 + z * c56);
  const r = z * (4.16666666666666019037e-2 + z * (-1.38888888888741095749e-3 + z * c3456));
  const correction = z * r - x * rest;
  if (size < 0x133333 / 0x400000) return 1 - (0.5 * z - correction);
  const q = quarterOf(size);
  return 1 - q - (0.5 * z - q - correction);
}

/** A quarter of a number from 0.3 to π/4, cut to 21 bits; 0.28125 is enough from 0.78125 on. */
function quarterOf(size: number): number {
  if (size < 0.5) return Math.floor(size * 0x400000) / 0x1000000;
  return size < 0x190001 / 0x200000 ? Math.floor(size * 0x200000) / 0x800000 : 0.28125;
}

/** sin(x + rest) for |x| <= π/4: x - x³/6 + x⁵·(1/120 - …).  fdlibm, k_sin.c. */
function sinNearZero(x: number, rest: number): number {
  if (Math.abs(x) < TINY) return x;
  const z = x * x;
  const v = z * x;
  const s56 = -2.50507602534068634195e-8 + z * 1.58969099521155010221e-10;
  const s3456 = -1.98412698298579493134e-4 + z * (2.75573137070700676789e-6 + z * s56);
  const r = 8.33333333332248946124e-3 + z * s3456;
  const S1 = -1.66666666666666324348e-1;
  if (rest === 0) return x + v * (S1 + z * r);
  return x - (z * (0.5 * rest - v * r) - rest - v * S1);
}
