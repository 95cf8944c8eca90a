/**
 * The factor Q of A = QR for a tall A, R with a positive diagonal. A and Q are stored by columns.
 *
 *   H_k = I - 2·v·vᵀ/vᵀv,  v = x + sign(x₁)·|x|·e₁,  Q = H₁·H₂⋯ (the first columns of I)
 *
 * Householder 1958; Golub & Van Loan 2013, algorithms 5.2.1 and 5.1.6. A column of zeros is left
 * as it is, so Q is orthonormal for every A.
 */
export function orthonormal(a: Float64Array, rows: number, columns: number): Float64Array {
  const v = a.slice(); // column k becomes v from its element k on
  const q = new Float64Array(rows * columns);
  const signs = new Int8Array(columns);
  const squares = new Float64Array(columns);

  /** x ← H_k·x for the column x that starts at `at`. */
  const reflect = (x: Float64Array, at: number, k: number): void => {
    const own = k * rows;
    let dot = 0;
    for (let i = k; i < rows; i++) dot += v[own + i]! * x[at + i]!;
    const factor = squares[k] === 0 ? 0 : (2 * dot) / squares[k]!;
    for (let i = k; i < rows; i++) x[at + i]! -= factor * v[own + i]!;
  };

  for (let k = 0; k < columns; k++) {
    const first = k * rows + k;
    let square = 0;
    for (let i = first; i < (k + 1) * rows; i++) square += v[i]! * v[i]!;
    const norm = Math.sqrt(square);
    signs[k] = v[first]! < 0 ? 1 : -1; // the sign of R's diagonal, which is -sign(x₁)·|x|
    squares[k] = 2 * norm * (norm + Math.abs(v[first]!));
    v[first]! -= signs[k]! * norm;
    for (let j = k + 1; j < columns; j++) reflect(v, j * rows, k);
  }
  for (let k = columns - 1; k >= 0; k--) {
    q[k * rows + k] = 1;
    for (let j = k; j < columns; j++) reflect(q, j * rows, k);
  }
  return q.map((x, i) => x * signs[Math.floor(i / rows)]!);
}
