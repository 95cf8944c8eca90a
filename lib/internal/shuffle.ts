import { uniform, type Random } from "./random-source.ts";

/** The shuffle of Fisher & Yates.  Durstenfeld 1964 */
export function shuffle(call: string, order: Int32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(uniform(call, random) * (i + 1));
    const other = order[i]!;
    order[i] = order[j]!;
    order[j] = other;
  }
}
