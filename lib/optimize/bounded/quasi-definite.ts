/**
 * Solves symmetric systems that are definite in parts, as both small systems of L-BFGS-B are:
 *
 *     [-P  Qᵀ] [a]   [u]
 *     [ Q  T ] [b] = [v]          P and T + Q·P⁻¹·Qᵀ positive definite       (k, k)
 *
 *     P = C·Cᵀ,   G = C⁻¹·Qᵀ,   T + Gᵀ·G = E·Eᵀ
 *
 * Two factors of Cholesky thus take the place of a pivoted one.  Byrd, Nocedal & Schnabel 1994,
 * section 3.2
 */

export interface QuasiDefinite {
  /** The blocks, in rows of `memory`. They are set before `factor`, and lost by it. */
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly t: Float64Array;
  /** Factors the blocks of k rows; false if rounding has made a part of them indefinite. */
  factor(k: number): boolean;
  /** u, v ← the solution a, b; both in one row of 2·k. */
  solve(row: Float64Array): void;
}

export function openQuasiDefinite(memory: number): QuasiDefinite {
  const m = memory;
  const p = new Float64Array(m * m);
  const q = new Float64Array(m * m);
  const t = new Float64Array(m * m);
  const w = new Float64Array(m);
  let k = 0;

  return {
    p,
    q,
    t,
    factor: (size) => {
      k = size;
      if (!cholesky(p, k, m)) return false;
      // Row i of Q becomes column i of G.
      for (let i = 0; i < k; i++) solveLower(p, q.subarray(i * m, i * m + k), k, m);
      for (let i = 0; i < k; i++) {
        for (let j = 0; j <= i; j++) {
          let sum = 0;
          for (let l = 0; l < k; l++) sum += q[i * m + l]! * q[j * m + l]!;
          t[i * m + j]! += sum;
        }
      }
      return cholesky(t, k, m);
    },
    solve: (row) => {
      const [a, b] = [row.subarray(0, k), row.subarray(k, 2 * k)];
      w.set(a);
      solveLower(p, w, k, m);
      for (let i = 0; i < k; i++) {
        for (let l = 0; l < k; l++) b[i]! += q[i * m + l]! * w[l]!;
      }
      solveLower(t, b, k, m);
      solveUpper(t, b, k, m);
      for (let l = 0; l < k; l++) {
        let sum = -w[l]!;
        for (let i = 0; i < k; i++) sum += q[i * m + l]! * b[i]!;
        a[l] = sum;
      }
      solveUpper(p, a, k, m);
    },
  };
}

/** The lower triangle of A becomes C, with A = C·Cᵀ; false if A is not positive definite. */
function cholesky(a: Float64Array, k: number, m: number): boolean {
  for (let j = 0; j < k; j++) {
    for (let i = j; i < k; i++) {
      let sum = a[i * m + j]!;
      for (let l = 0; l < j; l++) sum -= a[i * m + l]! * a[j * m + l]!;
      if (i > j) a[i * m + j] = sum / a[j * m + j]!;
      else if (sum > 0 && sum < Infinity) a[j * m + j] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** v ← C⁻¹·v */
function solveLower(c: Float64Array, v: Float64Array, k: number, m: number): void {
  for (let i = 0; i < k; i++) {
    let sum = v[i]!;
    for (let l = 0; l < i; l++) sum -= c[i * m + l]! * v[l]!;
    v[i] = sum / c[i * m + i]!;
  }
}

/** v ← C⁻ᵀ·v */
function solveUpper(c: Float64Array, v: Float64Array, k: number, m: number): void {
  for (let i = k - 1; i >= 0; i--) {
    let sum = v[i]!;
    for (let l = i + 1; l < k; l++) sum -= c[l * m + i]! * v[l]!;
    v[i] = sum / c[i * m + i]!;
  }
}
