/** The softmax of rows, written in place, and what else classification needs. */
import type { NdArray } from "ndarray";

/**
 * p_ij ← exp(p_ij - max_i) / Σ_j exp(p_ij - max_i); no exponential overflows.     (n, k)
 * One strided loop, because picking rows would make a view for each.
 */
export function softmaxRows({ data, shape, stride, offset }: NdArray<Float64Array>): void {
  const [n, k] = shape as [number, number];
  const [down, right] = stride as [number, number];
  for (let i = 0; i < n; i++) {
    const first = offset + i * down;
    const end = first + k * right;
    let max = -Infinity;
    for (let at = first; at !== end; at += right) max = Math.max(max, data[at]!);
    let sum = 0;
    for (let at = first; at !== end; at += right) sum += data[at] = Math.exp(data[at]! - max);
    for (let at = first; at !== end; at += right) data[at]! /= sum;
  }
}

/** -1/n Σ_i log p_i,label(i), the mean negative log-likelihood. */
export function crossEntropy(p: NdArray<Float64Array>, labels: NdArray<Uint8Array>): number {
  const n = p.shape[0]!;
  let sum = 0;
  for (let i = 0; i < n; i++) sum -= Math.log(p.get(i, labels.get(i)));
  return sum / n;
}

/** p ← p - t with t one-hot at the labels: the gradient of n·crossEntropy before the softmax. */
export function subtractOneHot(p: NdArray<Float64Array>, labels: NdArray<Uint8Array>): void {
  for (let i = 0; i < p.shape[0]!; i++) {
    const label = labels.get(i);
    p.set(i, label, p.get(i, label) - 1);
  }
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
