import { exp } from "../../internal/exact-math/exp.ts";
import { log } from "../../internal/exact-math/log.ts";
import { log1p } from "../../internal/exact-math/log1p.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** Below this level t is the level over the density at 0, to 16 digits; its tail is 1 to rounding. */
const LINEAR = 1e-8;

/**
 * The t that the size of a number of Student's distribution is below with probability `level`:
 * ±t is its two-sided interval. Newton's iteration on the logarithm of the tail.
 *
 * @param freedom the degrees of freedom, at least 1; Infinity for the normal distribution
 * @param level above 0 and below 1
 */
export function tQuantile(freedom: number, level: number): number {
  // 1 - level is exact if it is small; 1 + level would round to 2, whose quantile is Infinity.
  const z = level < LINEAR ? level * Math.sqrt(Math.PI / 2) : -normalQuantile((1 - level) / 2);
  if (freedom > 2e4) return expansion(z, freedom);
  const scale = rootRatio(freedom);
  if (level < LINEAR) return (level * Math.sqrt(freedom)) / (2 * scale);
  let t = z;
  for (let last = Infinity; ;) {
    const [tail, density] = tailAt(freedom, t, scale);
    // The logarithm of the tail is concave in that of t, so Newton's steps overshoot once and then
    // come down to the root.
    const to = t * exp((log(tail / (1 - level)) * tail) / (t * density));
    const change = Math.abs(to - t);
    if (change <= 4 * Number.EPSILON * t || change >= last) return to;
    last = change;
    t = to;
  }
}

/** The quantile in powers of 1/ν.  Fisher & Cornish 1960 */
function expansion(z: number, freedom: number): number {
  const s = z * z;
  const first = (s + 1) / 4;
  const second = ((5 * s + 16) * s + 3) / 96;
  const third = (((3 * s + 19) * s + 17) * s - 15) / 384;
  return z * (1 + (first + (second + third / freedom) / freedom) / freedom);
}

/** Γ(ν/2 + ½) / (Γ(ν/2)·√π). */
function rootRatio(freedom: number): number {
  let x = freedom / 2;
  let factor = 1;
  for (; x < 100; x++) factor *= x / (x + 0.5);
  // Γ(x + ½)/Γ(x)  Tricomi & Erdélyi 1951
  const u = 1 / (8 * x);
  const series = 1 - u * (1 - u * (0.5 + u * (2.5 - u * (2.625 + u * 49.875))));
  return (factor * Math.sqrt(x) * series) / Math.sqrt(Math.PI);
}

/** P(|T| > t) = I_y(ν/2, ½) with y = ν/(ν + t²), and the density of |T|. */
function tailAt(freedom: number, t: number, scale: number): [tail: number, density: number] {
  const part = (t / freedom) * t;
  const power = exp((-freedom / 2) * log1p(part)); // y^(ν/2)
  const density = (2 * scale * power) / Math.sqrt(1 + part) / Math.sqrt(freedom);
  const [a, b] = [freedom / 2, 0.5];
  const [y, rest] = [1 / (1 + part), part / (1 + part)];
  const front = scale * power * Math.sqrt(rest); // y^a·(1 - y)^b / B(a, b)
  if (y < (a + 1) / (a + b + 2)) return [(front / a) * continued(a, b, y), density];
  return [1 - (front / b) * continued(b, a, rest), density];
}

/** The continued fraction of the incomplete beta function.  Lentz 1976; DLMF 8.17.22 */
function continued(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let k = 1; k < 10_000; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= d * c;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) <= Number.EPSILON) break;
  }
  return value;
}
