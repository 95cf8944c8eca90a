import { exp } from "./exp.ts";
import { expm1 } from "./expm1.ts";
import { log1p } from "./log1p.ts";

/**
 * The hyperbolic secant 1/cosh x = 2e/(1 + e²) with e = e^(-|x|), which neither overflows nor
 * cancels. It has the same bits on every engine.
 */
export function sech(x: number): number {
  const e = exp(-Math.abs(x));
  return (2 * e) / (1 + e * e);
}

/**
 * log(sech x) with the same bits on every engine. Below ½ it is -log1p(sinh² x)/2, which keeps its
 * digits near 0; from there on it is ln 2 - |x| - log1p(e²) with e = e^(-|x|), which stays finite
 * where sech x has underflowed.
 */
export function logSech(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5) {
    const t = expm1(size);
    const sinh = 0.5 * (t + t / (t + 1));
    return -0.5 * log1p(sinh * sinh);
  }
  const e = exp(-size);
  return Math.LN2 - size - log1p(e * e);
}
