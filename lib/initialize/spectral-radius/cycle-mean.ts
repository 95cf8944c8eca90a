/** The maximum cycle mean of a strongly connected weighted graph, and potentials that attain it. */

/** weights[i·n + j] belongs to the edge from i to j; -Infinity if there is no such edge. */
type Weights = Float64Array;

/**
 * max over vertices v of min over k < n of (D_n(v) - D_k(v))/(n - k), with D_k(v) the heaviest walk
 * of k edges from vertex 0 to v.  Karp 1978. It is returned as a fraction, whose numerator is an
 * integer if the weights are.
 */
function maximumCycleMean(weights: Weights, n: number): [sum: number, edges: number] {
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
  let best: [sum: number, edges: number] = [-Infinity, 1];
  for (let v = 0; v < n; v++) {
    let least: [sum: number, edges: number] = [Infinity, 1];
    for (let k = 0; k < n; k++) {
      const sum = walks[n * n + v]! - walks[k * n + v]!; // Infinity if no walk has k edges
      if (sum * least[1] < least[0] * (n - k)) least = [sum, n - k];
    }
    if (Number.isFinite(least[0]) && least[0] * best[1] > best[0] * least[1]) best = least;
  }
  return best;
}

/**
 * Integers d such that weights[i·n + j] + d[j] - d[i] never exceeds the maximum cycle mean, but for
 * the rounding of d: the heaviest walks from each vertex once the mean is subtracted.
 */
export function potentials(weights: Weights, n: number): Int32Array {
  const [sum, edges] = maximumCycleMean(weights, n);
  const d = new Float64Array(n); // times `edges`, so that all numbers stay integers
  for (let changed = true; changed;) {
    changed = false;
    for (let i = n - 1; i >= 0; i--) {
      for (let j = 0; j < n; j++) {
        const longer = weights[i * n + j]! * edges - sum + d[j]!;
        if (longer <= d[i]!) continue;
        d[i] = longer;
        changed = true;
      }
    }
  }
  return Int32Array.from(d, (x) => Math.round(x / edges));
}
