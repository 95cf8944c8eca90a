/** Dense linear algebra in rows of numbers, as in a textbook: the oracle of what avoids it. */

export type Matrix = number[][];

export const zeros = (n: number, m = n): Matrix =>
  Array.from({ length: n }, () => Array<number>(m).fill(0));

export const identity = (n: number, by = 1): Matrix => zeros(n).map((row, i) => row.with(i, by));

export const dotOf = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, v, i) => sum + v * b[i]!, 0);

export const times = (a: Matrix, v: ArrayLike<number>): number[] => a.map((row) => dotOf(row, v));

/** The solution of A·x = b, by elimination with pivots. */
export function solved(a: Matrix, b: ArrayLike<number>): number[] {
  const n = a.length;
  const rows = a.map((row, i) => [...row, b[i]!]);
  for (let j = 0; j < n; j++) {
    const pivot = rows.reduce(
      (best, row, i) => (i > j && Math.abs(row[j]!) > Math.abs(rows[best]![j]!) ? i : best),
      j,
    );
    [rows[j], rows[pivot]] = [rows[pivot]!, rows[j]!];
    for (let i = j + 1; i < n; i++) {
      const factor = rows[i]![j]! / rows[j]![j]!;
      for (let l = j; l <= n; l++) rows[i]![l]! -= factor * rows[j]![l]!;
    }
  }
  const x = Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    x[i] = (rows[i]![n]! - dotOf(rows[i]!.slice(0, n), x)) / rows[i]![i]!;
  }
  return x;
}

/**
 * BFGS from θ·I, pair by pair: B ← B - B·s·sᵀB/sᵀBs + y·yᵀ/yᵀs, with θ = yᵀy/sᵀy of the last pair.
 * Nocedal & Wright 2006, eq. 6.19
 */
export function bfgs(steps: readonly ArrayLike<number>[], changes: typeof steps): Matrix {
  const n = steps[0]!.length;
  const [s, y] = [steps.at(-1)!, changes.at(-1)!];
  let b = identity(n, dotOf(y, y) / dotOf(s, y));
  steps.forEach((step, k) => {
    const change = changes[k]!;
    const bs = times(b, step);
    const [sbs, sy] = [dotOf(step, bs), dotOf(step, change)];
    b = b.map((row, i) =>
      row.map((v, j) => v - (bs[i]! * bs[j]!) / sbs + (change[i]! * change[j]!) / sy),
    );
  });
  return b;
}

/** Numbers in [-1, 1) that look random: always the same ones for a seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes' constants
    return state / 2 ** 31 - 1;
  };
}

/** Pairs s, y = A·s of a quadratic with a positive definite A, which has `n` different curvatures. */
export function pairsOf(
  n: number,
  count: number,
  draw: () => number,
): { steps: Float64Array[]; changes: Float64Array[] } {
  const u = Array.from({ length: n }, draw);
  const steps = Array.from({ length: count }, () => Float64Array.from({ length: n }, draw));
  const changes = steps.map((s) => {
    const along = dotOf(u, s);
    return s.map((v, i) => (i + 1) * v + 3 * along * u[i]!);
  });
  return { steps, changes };
}
