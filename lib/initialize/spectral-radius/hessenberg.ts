/**
 * An orthogonally similar matrix in Hessenberg form, 0 below the first subdiagonal. A reflection
 * clears each column.  Householder 1958; Golub & Van Loan 2013, algorithm 7.4.2.
 */
export function hessenberg(matrix: Float64Array, n: number): Float64Array {
  const a = matrix.slice();
  const v = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    let below = 0;
    for (let i = k + 1; i < n; i++) v[i] = a[i * n + k]!;
    for (let i = k + 2; i < n; i++) below += v[i]! * v[i]!;
    if (below > 0) {
      const norm = Math.sqrt(v[k + 1]! * v[k + 1]! + below);
      v[k + 1]! += v[k + 1]! < 0 ? -norm : norm;
      reflect(a, n, v, k + 1);
    }
    for (let i = k + 2; i < n; i++) a[i * n + k] = 0;
  }
  return a;
}

/** A ← P·A·P with P = I - 2·v·vᵀ/vᵀv; the elements of v before `first` count as 0. */
function reflect(a: Float64Array, n: number, v: Float64Array, first: number): void {
  let square = 0;
  for (let i = first; i < n; i++) square += v[i]! * v[i]!;
  for (let j = 0; j < n; j++) {
    let dot = 0;
    for (let i = first; i < n; i++) dot += v[i]! * a[i * n + j]!;
    for (let i = first; i < n; i++) a[i * n + j]! -= ((2 * dot) / square) * v[i]!;
  }
  for (let i = 0; i < n; i++) {
    let dot = 0;
    for (let j = first; j < n; j++) dot += a[i * n + j]! * v[j]!;
    for (let j = first; j < n; j++) a[i * n + j]! -= ((2 * dot) / square) * v[j]!;
  }
}
