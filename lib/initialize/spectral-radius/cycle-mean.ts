/** Of a weighted graph in which each place leads to each other: its heaviest cycles. */

/** weights[i·n + j] of the step from i to j; -Infinity where there is none. */
type Weights = Float64Array;

/**
 * The largest mean weight of a cycle, as a fraction of integers where the weights are integers.
 * With D_k(v) the heaviest walk of k steps from 0 to v, it is max_v min_k (D_n(v) - D_k(v))/(n - k).
 * Karp 1978.
 */
function largestMean(weights: Weights, n: number): [sum: number, steps: number] {
  const walks = new Float64Array((n + 1) * n).fill(-Infinity);
  walks[0] = 0;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      const walk = walks[k * n + i]!;
      if (walk === -Infinity) continue;
      for (let j = 0; j < n; j++) {
        const longer = walk + weights[i * n + j]!;
        if (longer > walks[(k + 1) * n + j]!) walks[(k + 1) * n + j] = longer;
      }
    }
  }
  let best: [sum: number, steps: number] = [-Infinity, 1];
  for (let v = 0; v < n; v++) {
    let least: [sum: number, steps: number] = [Infinity, 1];
    for (let k = 0; k < n; k++) {
      const sum = walks[n * n + v]! - walks[k * n + v]!; // Infinity where there is no walk of k
      if (sum * least[1] < least[0] * (n - k)) least = [sum, n - k];
    }
    if (Number.isFinite(least[0]) && least[0] * best[1] > best[0] * least[1]) best = least;
  }
  return best;
}

/**
 * d so that no weights[i·n + j] + d[j] - d[i] is more than the largest mean of a cycle, but for the
 * rounding of d to integers: the heaviest walks from each place after the mean is subtracted.
 */
export function potentials(weights: Weights, n: number): Int32Array {
  const [sum, steps] = largestMean(weights, n);
  const d = new Float64Array(n); // times `steps`, so that all stay integers
  for (let changed = true; changed;) {
    changed = false;
    for (let i = n - 1; i >= 0; i--) {
      for (let j = 0; j < n; j++) {
        const longer = weights[i * n + j]! * steps - sum + d[j]!;
        if (longer <= d[i]!) continue;
        d[i] = longer;
        changed = true;
      }
    }
  }
  return Int32Array.from(d, (x) => Math.round(x / steps));
}
