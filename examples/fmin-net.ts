/**
 * fmin fits a network with one hidden layer to the irises. fmin knows a vector and a function of it;
 * the network knows `hidden.w` and `out.b`. `flatFunction` joins the two: nothing is copied, and
 * nobody counts an index.
 *
 *     node --import tsx/esm examples/fmin-net.ts
 */
import { fileURLToPath } from "node:url";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import gemm from "ndarray-gemm";
import ops from "ndarray-ops";
import {
  broadcast,
  checkGradient,
  emptyWithViews,
  flatFunction,
  layoutOf,
  type Views,
} from "ndarray-params";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { conjugateGradient } from "./support/fmin.ts";
import { readIrises } from "./support/iris.ts";
import { readOptions, runProgram } from "./support/options.ts";
import { accuracy, crossEntropy, softmaxRows, subtractOneHot } from "./support/softmax.ts";

// n = 150 irises, d = 4 measurements, m = 6 hidden units, k = 3 classes
const [n, d, m, k] = [150, 4, 6, 3];
export const layout = layoutOf({ hidden: { w: [d, m], b: m }, out: { w: [m, k], b: k } });

type Model = Views<typeof layout>;

const { x, labels } = readIrises();
standardize();
const [h, e] = [ndarray(new Float64Array(n * m), [n, m]), ndarray(new Float64Array(n * m), [n, m])];
const p = ndarray(new Float64Array(n * k), [n, k]);

/** h ← tanh(x·w + b), p ← softmax(h·v + c) */
function predict({ hidden, out }: Model): void {
  gemm(h, x, hidden.w); //                                         (n, m)
  ops.addeq(h, broadcast(hidden.b, h.shape)); //                   (n, m) + (m)
  for (const i of h.data.keys()) h.data[i] = Math.tanh(h.data[i]!);
  gemm(p, h, out.w); //                                            (n, k)
  ops.addeq(p, broadcast(out.b, p.shape)); //                      (n, k) + (k)
  softmaxRows(p);
}

/** The mean of -log p at the labels, and its gradient by the chain rule, from the output back. */
export const objective = flatFunction(
  layout,
  (theta: Model, gradient: Model) => {
    predict(theta);
    const loss = crossEntropy(p, labels);
    subtractOneHot(p, labels);
    ops.mulseq(p, 1 / n); //                                       p ← (p - t)/n
    gemm(gradient.out.w, h.transpose(1, 0), p); //                 (m, k)
    sumRows(gradient.out.b, p); //                                 (k)
    gemm(e, p, theta.out.w.transpose(1, 0)); //                    (n, m)
    for (const i of e.data.keys()) e.data[i]! *= 1 - h.data[i]! ** 2; // tanh' = 1 - tanh²
    gemm(gradient.hidden.w, x.transpose(1, 0), e); //              (d, m)
    sumRows(gradient.hidden.b, e); //                              (m)
    return loss;
  },
  2,
);

const hits = flatFunction(layout, (theta: Model) => {
  predict(theta);
  return Math.round(n * accuracy(p, labels));
});

/** sum ← Σᵢ rowsᵢ */
function sumRows(sum: NdArray<Float64Array>, rows: NdArray<Float64Array>): void {
  ops.assigns(sum, 0);
  ops.addeq(broadcast(sum, rows.shape), rows);
}

/** Scales each measurement to mean 0 and standard deviation 1. */
function standardize(): void {
  for (let j = 0; j < d; j++) {
    const column = x.pick(null, j);
    ops.subseq(column, ops.sum(column) / n);
    ops.divseq(column, ops.norm2(column) / Math.sqrt(n));
  }
}

function main(): void {
  readOptions("fmin fits a net with one hidden layer to the irises.", {});
  const [flat] = emptyWithViews(layout);
  randomizeNormal(flat, 0, 0.5, stream("fmin-net"));
  const { worst, label } = checkGradient(objective, flat.data, layout);
  console.log(`gradient: largest error ${worst.toExponential(1)}, at ${label}`);

  console.log(`before: ${hits(flat)} of ${n} irises`);
  const { x: theta, fx } = conjugateGradient(objective, flat.data, { maxIterations: 100 });
  console.log(`after 100 iterations: loss ${fx.toFixed(4)}, ${hits(theta)} of ${n} irises`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(main);
