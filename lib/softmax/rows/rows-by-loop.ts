import { expEach } from "../../internal/exact-math/exp.ts";
import { log } from "../../internal/exact-math/log.ts";
import type { Scores } from "./read-scores.ts";
import type { Room } from "./room.ts";

/**
 * Does `count` rows of z, from row `first` on, without WebAssembly, and returns the loss with theirs
 * added. With y_j = z_j + b_j - m, where m = max_j (z_j + b_j), each row is
 *
 *   s = Σ_j e^y_j,   z_j ← (w·e^y_j/s - t_j)·scale,   loss ← loss + w·log s - Σ_j t_j·y_j
 *
 * with the row's weight w = Σ_j t_j. No exponential overflows, because no y is above 0. 0·∞ counts
 * as 0, as in 0·log 0. A sum over j is that of the even j plus that of the odd ones, as vectors of
 * two numbers make it.
 */
export function rowsByLoop(
  z: Scores,
  first: number,
  count: number,
  room: Room,
  loss: number,
): number {
  const { data, k, down, right } = z;
  const { floats, bias, sums, scale, oneHot, targets, weights } = room;
  const row = new Float64Array(k);
  for (let i = 0; i < count; i++) {
    const start = z.offset + (first + i) * down;
    const t = targets + i * k;
    if (oneHot) {
      floats.fill(0, t, t + k);
      floats[t + floats[weights + i]!] = 1;
      floats[weights + i] = 1;
    }
    let m = -Infinity;
    for (let j = 0, at = start; j < k; j++, at += right) {
      const sum = data[at]! + floats[bias + j]!;
      row[j] = sum;
      if (sum > m) m = sum;
    }
    let [even, odd] = [0, 0];
    for (let j = 0; j < k; j++) {
      const weight = floats[t + j]!;
      const lowered = row[j]! - m;
      const product = weight === 0 ? 0 : weight * lowered;
      if ((j & 1) === 0) even += product;
      else odd += product;
      row[j] = lowered;
    }
    const products = even + odd;
    expEach(row, k);
    [even, odd] = [0, 0];
    for (let j = 0; j < k; j++) {
      if ((j & 1) === 0) even += row[j]!;
      else odd += row[j]!;
    }
    const s = even + odd;
    const w = floats[weights + i]!;
    loss += w * log(s) - products;
    for (let j = 0, at = start; j < k; j++, at += right) {
      const error = (w * (row[j]! / s) - floats[t + j]!) * scale;
      data[at] = error;
      floats[sums + j]! += error;
    }
  }
  return loss;
}
