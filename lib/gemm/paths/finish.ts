import type { FloatArray } from "../product/product.ts";

/** c ← scaled + beta·c, which reads c only where beta is not 0. The array rounds what it is given. */
export function write(
  data: FloatArray,
  at: number,
  scaled: number,
  beta: number,
  single: boolean,
): void {
  if (beta === 0) data[at] = scaled;
  else if (single) data[at] = Math.fround(scaled) + Math.fround(beta * data[at]!);
  else data[at] = scaled + beta * data[at]!;
}
