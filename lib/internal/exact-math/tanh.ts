import { expm1Each } from "./expm1.ts";
import { one } from "./one.ts";

const TINY = 1 / 0x10000000;

/**
 * The hyperbolic tangent with the same bits on every engine. They are the bits of Node 20, which
 * are up to 2 ulps away from the true value: between 0.2 and 1 three roundings add up.
 *
 * With t = e^(2|x|) - 1 it is 1 - 2/(t + 2) from 1 on, and with t = e^(-2|x|) - 1 it is -t/(t + 2)
 * below; from 22 on it rounds to 1.  Ng, fdlibm (Sun Microsystems 1993), s_tanh.c.
 */
export function tanh(x: number): number {
  one[0] = x;
  tanhEach(one, 1);
  return one[0];
}

const inner = new Float64Array(1);

/** Makes each of the n first numbers its hyperbolic tangent. */
export function tanhEach(numbers: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const x = numbers[i]!;
    const size = Math.abs(x);
    if (size < TINY) continue;
    inner[0] = size < 1 ? -2 * size : 2 * size;
    expm1Each(inner, 1);
    const t = inner[0];
    const value = size >= 22 ? 1 : size < 1 ? -t / (t + 2) : 1 - 2 / (t + 2);
    numbers[i] = x < 0 ? -value : value;
  }
}
