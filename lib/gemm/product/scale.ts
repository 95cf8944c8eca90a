import type { Matrix } from "./product.ts";
import { accessTo } from "./store.ts";

/** c ← beta·c: all that is left of a product without terms. It does not read c if beta is 0. */
export function scale(c: Matrix, beta: number): void {
  const [rows, columns] = c.shape as [number, number];
  // An axis may be as long as it likes beside one of length 0, so nothing is walked then.
  if (beta === 1 || rows === 0 || columns === 0) return;
  const { get, set } = accessTo(c);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = c.offset + i * c.stride[0]! + j * c.stride[1]!;
      set(at, beta === 0 ? 0 : beta * get(at));
    }
  }
}
