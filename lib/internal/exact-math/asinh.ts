import { log } from "./log.ts";
import { log1p } from "./log1p.ts";

const LARGE = 0x10000000;

/**
 * The inverse hyperbolic sine with the same bits on every engine.
 *
 * With a = |x| it is log1p(a + a²/(1 + √(1 + a²))) up to 2, log(2a + 1/(√(1 + a²) + a)) up to 2²⁸,
 * and log a + ln 2 beyond.  Ng, fdlibm (Sun Microsystems 1993), s_asinh.c.
 */
export function asinh(x: number): number {
  const size = Math.abs(x);
  const root = Math.sqrt(1 + size * size);
  const value =
    size > LARGE
      ? log(size) + Math.LN2
      : size > 2
        ? log(2 * size + 1 / (root + size))
        : log1p(size + (size * size) / (1 + root));
  return x < 0 ? -value : value;
}
