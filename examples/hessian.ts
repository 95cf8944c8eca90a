/**
 * Newton's method for softmax regression on the irises. The exact Hessian is written block by block
 * through `blockViews`, so each second derivative has the names of its two parameters.
 *
 * The logits of the last class are fixed at 0. Otherwise any vector could be added to all classes,
 * and the Hessian would be singular.
 *
 *     node --import tsx/esm examples/hessian.ts
 */
import { fileURLToPath } from "node:url";
import { Matrix, solve } from "ml-matrix";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import gemm from "ndarray-gemm";
import ops from "ndarray-ops";
import {
  blockViews,
  broadcast,
  emptyWithViews,
  labelOf,
  layoutOf,
  shapedFromFlat,
} from "ndarray-params";
import { softmax, softmaxCrossEntropy } from "ndarray-params/softmax";
import { readIrises } from "./support/iris.ts";
import { readOptions, runProgram } from "./support/options.ts";
import { accuracy } from "./support/softmax.ts";

// n = 150 irises, d = 4 measurements, k = 2 free classes of 3
const [n, d, k] = [150, 4, 2];
export const layout = layoutOf({ w: [d, k], b: k });
const { size } = layout;

const { x, labels } = readIrises();
const p = ndarray(new Float64Array(n * 3), [n, 3]);
const free = p.hi(n, k); //                        the columns of the free classes
const [s, sx] = [matrix(n, k), matrix(n, d)];

function matrix(rows: number, columns: number): NdArray<Float64Array> {
  return ndarray(new Float64Array(rows * columns), [rows, columns]);
}

/** f = -Σᵢ log p_i,label(i) with p = softmax(x·w + b), df/dw = xᵀ·(p - t), df/db = Σᵢ (p - t)ᵢ */
export function lossAndGradient(
  flat: NdArray<Float64Array>,
  gradient: NdArray<Float64Array>,
): number {
  scores(flat);
  const loss = softmaxCrossEntropy(p, labels, { scale: 1 });
  const { w, b } = shapedFromFlat(gradient, layout);
  gemm(w, x.transpose(1, 0), free); //                                 (d, k)
  ops.assigns(b, 0);
  ops.addeq(broadcast(b, free.shape), free); //                        (k)
  return loss;
}

/** p ← [x·w + b, 0] */
function scores(flat: NdArray<Float64Array>): void {
  const { w, b } = shapedFromFlat(flat, layout);
  ops.assigns(p, 0);
  gemm(free, x, w); //                                                 (n, k)
  ops.addeq(free, broadcast(b, free.shape)); //                        (n, k) + (k)
}

/**
 * ∂²f/∂w_ic ∂w_je = Σₙ x_ni·x_nj·s_ne, where s_ne = p_nc·(δ_ce - p_ne). For a b the x is 1.
 */
export function hessianAt(flat: NdArray<Float64Array>, hessian: NdArray<Float64Array>): void {
  const { w, b } = blockViews(hessian, layout);
  const xT = x.transpose(1, 0);
  scores(flat);
  softmax(p);
  ops.assigns(b.b, 0);
  for (let c = 0; c < k; c++) {
    for (let e = 0; e < k; e++) {
      for (let i = 0; i < n; i++) {
        s.set(i, e, p.get(i, c) * ((c === e ? 1 : 0) - p.get(i, e)));
        for (let j = 0; j < d; j++) sx.set(i, j, s.get(i, e) * x.get(i, j));
      }
      gemm(w.w.pick(null, c, null, e), xT, sx); //                    (d, d)
    }
    gemm(w.b.pick(null, c, null), xT, s); //                          (d, k)
    ops.assign(b.w.pick(c, null, null), w.b.pick(null, c, null)); //  (d, k), second derivatives commute
    ops.addeq(broadcast(b.b.pick(c, null), s.shape), s); //           (k)
  }
}

/**
 * Newton's method from 0. A step is doubled as long as that lowers the loss: setosa can be separated
 * from the others, so the minimum lies at infinity, and steps of length 1 creep towards it.
 */
export function minimize(): { flat: NdArray<Float64Array>; losses: number[] } {
  const [flat] = emptyWithViews(layout);
  const [gradient] = emptyWithViews(layout);
  const [trial] = emptyWithViews(layout);
  const hessian = matrix(size, size);
  const losses = [lossAndGradient(flat, gradient)];
  for (;;) {
    hessianAt(flat, hessian);
    const step = solve(
      Matrix.from1DArray(size, size, hessian.data),
      Matrix.columnVector(gradient.data),
    ).to1DArray();
    const lossAfter = (length: number): number => {
      for (const [i, own] of step.entries()) trial.set(i, flat.get(i) - length * own);
      return lossAndGradient(trial, gradient);
    };
    let length = 1;
    while (lossAfter(length) > losses.at(-1)!) length /= 2;
    while (lossAfter(2 * length) < lossAfter(length)) length *= 2;
    losses.push(lossAfter(length));
    ops.assign(flat, trial);
    if (losses.at(-2)! - losses.at(-1)! < 1e-4) return { flat, losses };
  }
}

function main(): void {
  readOptions("Newton's method for softmax regression on the irises.", {});
  const [start] = emptyWithViews(layout);
  const hessian = matrix(size, size);
  hessianAt(start, hessian);
  const { w } = blockViews(hessian, layout);
  console.log(`at 0, ∂²f/∂${labelOf(layout, 5)}∂b[0] = ${w.b.get(2, 1, 0).toFixed(4)}`);

  const { flat, losses } = minimize();
  for (const [i, loss] of losses.entries()) console.log(`step ${i}: ${loss.toFixed(5)}`);
  scores(flat);
  console.log(`${Math.round(n * accuracy(p, labels))} of ${n} irises`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(main);
