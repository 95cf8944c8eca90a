/**
 * fmin fits a network with one hidden layer to the irises. fmin knows a vector and a function of it;
 * the network knows `hidden.w` and `out.b`. `flatFunction` joins the two: nothing is copied, and
 * nobody counts an index.
 *
 *     node --import tsx/esm examples/fmin-net.ts
 */
import { fileURLToPath } from "node:url";
import ndarray from "ndarray";
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
import { softmax, softmaxCrossEntropy } from "ndarray-params/softmax";
import { conjugateGradient } from "./support/fmin.ts";
import { readIrises } from "./support/iris.ts";
import { readOptions, runProgram } from "./support/options.ts";
import { accuracy } from "./support/softmax.ts";

// n = 150 irises, d = 4 measurements, m = 6 hidden units, k = 3 classes
const [n, d, m, k] = [150, 4, 6, 3];
export const layout = layoutOf({ hidden: { w: [d, m], b: m }, out: { w: [m, k], b: k } });

type Model = Views<typeof layout>;

const { x, labels } = readIrises();
standardize();
const [h, e] = [ndarray(new Float64Array(n * m), [n, m]), ndarray(new Float64Array(n * m), [n, m])];
const p = ndarray(new Float64Array(n * k), [n, k]);

/** h ← tanh(x·w + b), p ← h·v, the scores but for c */
function forward({ hidden, out }: Model): void {
  gemm(h, x, hidden.w); //                                         (n, m)
  ops.addeq(h, broadcast(hidden.b, h.shape)); //                   (n, m) + (m)
  for (const i of h.data.keys()) h.data[i] = Math.tanh(h.data[i]!);
  gemm(p, h, out.w); //                                            (n, k)
}

/** The mean of -log p at the labels, and its gradient by the chain rule, from the output back. */
export const objective = flatFunction(
  layout,
  (theta: Model, gradient: Model) => {
    forward(theta);
    const bias = { bias: theta.out.b, biasGradient: gradient.out.b };
    const loss = softmaxCrossEntropy(p, labels, bias); //          p ← (softmax(p + c) - t)/n
    gemm(gradient.out.w, h.transpose(1, 0), p); //                 (m, k)
    gemm(e, p, theta.out.w.transpose(1, 0)); //                    (n, m)
    for (const i of e.data.keys()) e.data[i]! *= 1 - h.data[i]! ** 2; // tanh' = 1 - tanh²
    gemm(gradient.hidden.w, x.transpose(1, 0), e); //              (d, m)
    ops.assigns(gradient.hidden.b, 0);
    ops.addeq(broadcast(gradient.hidden.b, e.shape), e); //        (m)
    return loss;
  },
  2,
);

const hits = flatFunction(layout, (theta: Model) => {
  forward(theta);
  softmax(p, { bias: theta.out.b });
  return Math.round(n * accuracy(p, labels));
});

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
