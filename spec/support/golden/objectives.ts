/** Objectives of + - * / and square roots alone, whose bits no engine can choose. */
import type { NdArray } from "ndarray";
import { source, type Floats } from "./draw.ts";

export type Objective = (x: Floats, g: Floats) => number;

/** ½ Σ aᵢ·(xᵢ - cᵢ)² + Σ (xᵢ - xᵢ₊₁)²/8 */
export const quadratic: Objective = (x, g) => {
  const { number } = source(61);
  let loss = 0;
  g.fill(0);
  for (let i = 0; i < x.length; i++) {
    const a = 0.25 + i / 2;
    const away = x[i]! - number();
    loss += (a * away * away) / 2;
    g[i]! += a * away;
    if (i === 0) continue;
    const apart = x[i - 1]! - x[i]!;
    loss += (apart * apart) / 8;
    g[i - 1]! += apart / 4;
    g[i]! -= apart / 4;
  }
  return loss;
};

/** Σ 100·(xᵢ₊₁ - xᵢ²)² + (1 - xᵢ)² */
export const rosenbrock: Objective = (x, g) => {
  let loss = 0;
  g.fill(0);
  for (let i = 0; i + 1 < x.length; i++) {
    const bend = x[i + 1]! - x[i]! * x[i]!;
    const away = 1 - x[i]!;
    loss += 100 * bend * bend + away * away;
    g[i]! -= 400 * x[i]! * bend + 2 * away;
    g[i + 1]! += 200 * bend;
  }
  return loss;
};

/** Σ aᵢ·xᵢ²/(1 + xᵢ²) + xᵢ⁴/50 + xᵢ·xᵢ₊₁/9, neither convex nor steep everywhere. */
export const hills: Objective = (x, g) => {
  let loss = 0;
  g.fill(0);
  for (let i = 0; i < x.length; i++) {
    const square = x[i]! * x[i]!;
    const below = 1 + square;
    const a = i % 2 === 0 ? 3 : -2;
    loss += (a * square) / below + (square * square) / 50;
    g[i]! += (2 * a * x[i]!) / (below * below) + (2 * square * x[i]!) / 25;
    if (i === 0) continue;
    loss += (x[i - 1]! * x[i]!) / 9;
    g[i - 1]! += x[i]! / 9;
    g[i]! += x[i - 1]! / 9;
  }
  return loss;
};

/** Σ aᵢ·xᵢ - √(1 - xᵢ²), which is no number where an xᵢ is beyond 1. */
export const walled: Objective = (x, g) => {
  let loss = 0;
  for (let i = 0; i < x.length; i++) {
    const a = 5 - 2 * i;
    const root = Math.sqrt(1 - x[i]! * x[i]!);
    loss += a * x[i]! - root;
    g[i] = a + x[i]! / root;
  }
  return loss;
};

const CLASSES = 3;
const FEATURES = 4;
export const SAMPLES = 14;

/** The parameters of `softmaxLike`: a matrix of weights, then a vector of biases. */
export const SIZE = FEATURES * CLASSES + CLASSES;

export const features = source(62).into(new Float64Array(SAMPLES * FEATURES));
const classes = Array.from({ length: SAMPLES }, (_, n) => (n * n + 1) % CLASSES);

/** Softmax regression with z + √(z² + 1) instead of eᶻ, and ½·(1 - p)² for the loss. */
export const softmaxLike: Objective = (x, g) => {
  let loss = 0;
  g.fill(0);
  const [rising, slopes] = [new Float64Array(CLASSES), new Float64Array(CLASSES)];
  for (let n = 0; n < SAMPLES; n++) {
    let total = 0;
    for (let k = 0; k < CLASSES; k++) {
      let z = x[FEATURES * CLASSES + k]!;
      for (let f = 0; f < FEATURES; f++) z += features[n * FEATURES + f]! * x[f * CLASSES + k]!;
      const root = Math.sqrt(z * z + 1);
      rising[k] = z + root;
      slopes[k] = 1 + z / root;
      total += z + root;
    }
    const right = classes[n]!;
    const p = rising[right]! / total;
    loss += ((1 - p) * (1 - p)) / 2;
    for (let k = 0; k < CLASSES; k++) {
      const error = ((p - 1) * ((k === right ? 1 : 0) - p) * slopes[k]!) / total;
      g[FEATURES * CLASSES + k]! += error;
      for (let f = 0; f < FEATURES; f++) g[f * CLASSES + k]! += features[n * FEATURES + f]! * error;
    }
  }
  return loss;
};

/** Σ √(1 + (x·w - t)²) over a batch of samples, the axes of which are (samples, features). */
export function regression(
  w: Floats,
  g: Floats,
  x: NdArray<Float64Array>,
  t: Float64Array,
): number {
  let loss = 0;
  g.fill(0);
  for (let n = 0; n < t.length; n++) {
    let error = -t[n]!;
    for (let f = 0; f < w.length; f++) error += x.get(n, f) * w[f]!;
    const root = Math.sqrt(1 + error * error);
    loss += root;
    for (let f = 0; f < w.length; f++) g[f]! += (x.get(n, f) * error) / root;
  }
  return loss;
}
