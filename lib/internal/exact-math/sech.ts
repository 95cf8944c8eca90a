import { expEach } from "./exp.ts";
import { expm1Each } from "./expm1.ts";
import { log1pEach } from "./log1p.ts";

/**
 * Makes each of the n first numbers x its hyperbolic secant 1/cosh x = 2e/(1 + e²) with e = e^(-|x|),
 * which neither overflows nor cancels. It has the same bits on every engine.
 */
export function sechEach(numbers: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) numbers[i] = -Math.abs(numbers[i]!);
  expEach(numbers, n);
  for (let i = 0; i < n; i++) {
    const e = numbers[i]!;
    numbers[i] = (2 * e) / (1 + e * e);
  }
}

const inner = new Float64Array(1);

/**
 * Makes each of the n first numbers x its log(sech x), with the same bits on every engine. Below ½ it
 * is -log1p(sinh² x)/2, which keeps its digits near 0; from there on it is ln 2 - |x| - log1p(e²)
 * with e = e^(-|x|), which stays finite where sech x has underflowed.
 */
export function logSechEach(numbers: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const size = Math.abs(numbers[i]!);
    const isSmall = size < 0.5;
    inner[0] = isSmall ? size : -size;
    if (isSmall) expm1Each(inner, 1);
    else expEach(inner, 1);
    const t = inner[0];
    const root = isSmall ? 0.5 * (t + t / (t + 1)) : t; // sinh |x|, or e
    inner[0] = root * root;
    log1pEach(inner, 1);
    numbers[i] = isSmall ? -0.5 * inner[0] : Math.LN2 - size - inner[0];
  }
}
