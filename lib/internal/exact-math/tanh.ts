import { expm1 } from "./expm1.ts";

const TINY = 1 / 0x10000000;

/**
 * The hyperbolic tangent with the same bits on every engine. They are the bits of Node 20, which
 * are up to 2 ulps away from the true value: between 0.2 and 1 three roundings add up.
 *
 * With t = e^(2|x|) - 1 it is 1 - 2/(t + 2) from 1 on, and with t = e^(-2|x|) - 1 it is -t/(t + 2)
 * below; from 22 on it rounds to 1.  Ng, fdlibm (Sun Microsystems 1993), s_tanh.c.
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < TINY) return x;
  const value = size >= 22 ? 1 : size < 1 ? below1(size) : 1 - 2 / (expm1(2 * size) + 2);
  return x < 0 ? -value : value;
}

function below1(size: number): number {
  const t = expm1(-2 * size);
  return -t / (t + 2);
}
