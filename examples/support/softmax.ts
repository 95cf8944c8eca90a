/** The figures by which a classifier is judged, from its probabilities. */
import type { NdArray } from "ndarray";

/** -1/n Σ_i log p_i,label(i), the mean negative log-likelihood. */
export function crossEntropy(p: NdArray<Float64Array>, labels: NdArray<Uint8Array>): number {
  const n = p.shape[0]!;
  let sum = 0;
  for (let i = 0; i < n; i++) sum -= Math.log(p.get(i, labels.get(i)));
  return sum / n;
}

/** The part of the rows whose largest entry is at the label. */
export function accuracy(p: NdArray<Float64Array>, labels: NdArray<Uint8Array>): number {
  const [n, k] = p.shape as [number, number];
  let hits = 0;
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let j = 1; j < k; j++) if (p.get(i, j) > p.get(i, best)) best = j;
    if (best === labels.get(i)) hits++;
  }
  return hits / n;
}

/** Loss and accuracy over batches, of what `predict` says about each. */
export function judge(
  batches: Iterable<readonly [x: NdArray<Float64Array>, labels: NdArray<Uint8Array>]>,
  predict: (x: NdArray<Float64Array>) => NdArray<Float64Array>,
): { loss: number; hits: number } {
  let [n, loss, hits] = [0, 0, 0];
  for (const [x, labels] of batches) {
    const p = predict(x);
    n += labels.size;
    loss += labels.size * crossEntropy(p, labels);
    hits += labels.size * accuracy(p, labels);
  }
  return { loss: loss / n, hits: hits / n };
}
