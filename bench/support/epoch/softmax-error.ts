import type { NdArray } from "ndarray";

type Floats = Float64Array | Float32Array;

/** p ← softmax(p + b) - t with one-hot t, db ← its mean over the rows; returns the loss. */
export function softmaxError(
  { data: p, shape }: NdArray<Floats>,
  b: NdArray<Floats>,
  labels: Uint8Array,
  db: NdArray<Floats>,
): number {
  const [n, k] = shape as [number, number];
  const bias = b.data.subarray(b.offset, b.offset + k);
  const sums = new Float64Array(k);
  let loss = 0;
  for (let i = 0, row = 0; i < n; i++, row += k) {
    let max = -Infinity;
    for (let j = 0; j < k; j++) max = Math.max(max, (p[row + j] = p[row + j]! + bias[j]!));
    let sum = 0;
    for (let j = 0; j < k; j++) sum += p[row + j] = Math.exp(p[row + j]! - max);
    loss += Math.log(sum / p[row + labels[i]!]!);
    const scale = 1 / sum;
    for (let j = 0; j < k; j++) {
      p[row + j] = p[row + j]! * scale - (j === labels[i] ? 1 : 0);
      sums[j]! += p[row + j]!;
    }
  }
  for (let j = 0; j < k; j++) db.set(j, sums[j]! / n);
  return loss / n;
}
