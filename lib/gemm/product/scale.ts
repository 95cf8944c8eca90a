import type { Matrix } from "./product.ts";
import { isStore } from "./store.ts";

/** c ← beta·c: all that is left of a product without terms. It does not read c if beta is 0. */
export function scale({ data, shape, stride, offset }: Matrix, beta: number): void {
  const [rows, columns] = shape as [number, number];
  const [rowStride, columnStride] = stride as [number, number];
  // An axis may be as long as it likes beside one of length 0, so nothing is walked then.
  if (beta === 1 || rows === 0 || columns === 0) return;
  for (let i = 0; i < rows; i++) {
    let at = offset + i * rowStride;
    for (let j = 0; j < columns; j++) {
      if (isStore(data)) data.set(at, beta === 0 ? 0 : beta * data.get(at));
      else data[at] = beta === 0 ? 0 : beta * data[at]!;
      at += columnStride;
    }
  }
}
