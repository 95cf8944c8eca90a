/** Tests of random numbers. Correct numbers fail each with a probability of 1e-6. */
import { fixture } from "./fixture.ts";

/** Φ(x), accurate also in the lower tail: a series near 0, a continued fraction elsewhere. */
export function normalBelow(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(x) < 3) {
    let term = x;
    let sum = x;
    for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
      term *= (x * x) / n;
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let fraction = 0;
  for (let n = 100; n > 0; n--) fraction = n / (Math.abs(x) + fraction);
  const tail = density / (Math.abs(x) + fraction);
  return x < 0 ? tail : 1 - tail;
}

/**
 * √n·sup |F_n - F|, the statistic of Kolmogorov and Smirnov, of numbers in ascending order, or up to
 * 0.05 more. F takes long, and between two numbers neither it nor F_n leaves their values there; so
 * F is taken at every number only if they are few.
 */
export function kolmogorov(sorted: Float64Array, below: (x: number) => number): number {
  const n = sorted.length;
  const step = Math.max(1, Math.floor(0.05 * Math.sqrt(n)));
  let distance = 0;
  let last = 0; // F at the number before, n·F_n from there on
  let count = 0;
  for (let i = 0; count < n + 1; i = Math.min(i + step, n)) {
    const p = i < n ? below(sorted[i]!) : 1;
    distance = Math.max(distance, p - count / n, i / n - last);
    last = p;
    count = i + 1;
  }
  return Math.sqrt(n) * distance;
}

/** Σ (observed - expected)²/expected over cells of equal probability. */
export function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The limit for `chiSquare` over this number of cells. */
export const chiSquareBelow = (cells: number): number =>
  fixture.statistics.chiSquareBelow[cells - 1]!;

export const { kolmogorovBelow } = fixture.statistics;

/** Mean, variance, skewness and kurtosis. */
export function moments(numbers: Float64Array): {
  mean: number;
  variance: number;
  skewness: number;
  kurtosis: number;
} {
  const n = numbers.length;
  const mean = numbers.reduce((sum, x) => sum + x, 0) / n;
  let [second, third, fourth] = [0, 0, 0];
  for (const x of numbers) {
    const square = (x - mean) * (x - mean);
    second += square / n;
    third += (square * (x - mean)) / n;
    fourth += (square * square) / n;
  }
  return {
    mean,
    variance: second,
    skewness: third / second ** 1.5,
    kurtosis: fourth / second ** 2,
  };
}
