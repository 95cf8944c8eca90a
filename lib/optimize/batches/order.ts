/** The order in which samples are taken. */
import { uniform, type Random } from "../../internal/random-source.ts";

/** The order of the arrays themselves. */
export function inOrder(count: number): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  return order;
}

/** The shuffle of Fisher & Yates.  Durstenfeld 1964 */
export function shuffle(order: Int32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(uniform("minibatches", random) * (i + 1));
    const other = order[i]!;
    order[i] = order[j]!;
    order[j] = other;
  }
}
