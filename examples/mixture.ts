/**
 * A mixture of two Gaussians on the durations of Old Faithful's eruptions, by maximum likelihood.
 * Weights sum to 1, means ascend and scales are positive; `lbfgs` sees five free numbers.
 *
 *     node --import tsx/esm examples/mixture.ts
 */
import { fileURLToPath } from "node:url";
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import { emptyWithViews, shapedFromFlat } from "ndarray-params";
import { constrain, ordered, positive, simplex } from "ndarray-params/constrain";
import { converged, lbfgs } from "ndarray-params/optimize";
import { durations } from "./support/faithful.ts";
import { readOptions } from "./support/options.ts";

type Flat = NdArray<Float64Array>;

const K = 2;
const HALF_LOG_2_PI = Math.log(2 * Math.PI) / 2;

export const mixture = constrain(
  { weights: K, means: K, scales: K },
  { weights: simplex, means: ordered, scales: positive },
);
export const { free, values } = mixture;

const logs = new Float64Array(K); // log(w·N(x; m, s)) of each component, for one x

/**
 * -Σₓ log Σₖ wₖ·N(x; mₖ, sₖ). The largest logarithm is taken out of the inner sum, so that it
 * neither overflows nor vanishes for an x far from all means.
 */
export function lossAndGradient(flat: Flat, gradient: Flat): number {
  const { weights, means, scales } = shapedFromFlat(flat, values);
  const slopes = shapedFromFlat(gradient, values);
  ops.assigns(gradient, 0);
  let loss = 0;
  for (const x of durations) {
    let largest = -Infinity;
    for (let k = 0; k < K; k++) {
      const s = scales.get(k);
      const z = (x - means.get(k)) / s;
      logs[k] = Math.log(weights.get(k)) - Math.log(s) - 0.5 * z * z - HALF_LOG_2_PI;
      largest = Math.max(largest, logs[k]!);
    }
    let sum = 0;
    for (let k = 0; k < K; k++) sum += Math.exp(logs[k]! - largest);
    const logDensity = largest + Math.log(sum);
    loss -= logDensity;
    for (let k = 0; k < K; k++) {
      const share = Math.exp(logs[k]! - logDensity); // the component's part of the density at x
      const s = scales.get(k);
      const z = (x - means.get(k)) / s;
      add(slopes.weights, k, -share / weights.get(k));
      add(slopes.means, k, (-share * z) / s);
      add(slopes.scales, k, (share * (1 - z * z)) / s);
    }
  }
  return loss;
}

function add(view: NdArray<Float64Array>, k: number, part: number): void {
  view.set(k, view.get(k) + part);
}

/** Equal weights, the quartiles as means, and the standard deviation as both scales. */
export function start(): Flat {
  const [x, { weights, means, scales }] = emptyWithViews(values);
  const n = durations.length;
  const sorted = durations.toSorted();
  const mean = sorted.reduce((sum, one) => sum + one) / n;
  const variance = sorted.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / n;
  ops.assigns(weights, 1 / K);
  for (let k = 0; k < K; k++) means.set(k, sorted[Math.floor(((k + 0.5) * n) / K)]!);
  ops.assigns(scales, Math.sqrt(variance));
  const [y] = emptyWithViews(free);
  mixture.inverse(x, y);
  return y;
}

/** The values at the minimum, the loss there, and how many iterations it took. */
export function fit(): { readonly flat: Flat; readonly loss: number; readonly iterations: number } {
  const y = start();
  const stop = converged(1e-7);
  let [loss, iterations] = [NaN, 0];
  for (const info of lbfgs(y, mixture.objective(lossAndGradient), { template: free })) {
    ({ loss, iteration: iterations } = info);
    if (stop(info)) break;
  }
  const [flat] = emptyWithViews(values);
  mixture.forward(y, flat);
  return { flat, loss, iterations };
}

function main(): void {
  readOptions("A mixture of two Gaussians on Old Faithful's eruptions.", {});
  const { flat, loss, iterations } = fit();
  const { weights, means, scales } = shapedFromFlat(flat, values);
  for (const [name, view] of Object.entries({ weights, means, scales })) {
    const elements = Array.from({ length: K }, (_, k) => view.get(k).toFixed(6));
    console.log(`${name.padEnd(8)}${elements.join("  ")}`);
  }
  console.log(`loss    ${loss.toFixed(6)} after ${iterations} iterations`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
