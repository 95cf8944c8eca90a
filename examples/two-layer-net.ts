/**
 * A net with one hidden layer on MNIST: the template is nested and named, the weights are drawn by
 * He's rule from streams of one seed, and all four gradients are written in place.
 *
 *     node --import tsx/esm examples/two-layer-net.ts
 *     node --import tsx/esm examples/two-layer-net.ts --epochs 1 --train 2000
 */
import { fileURLToPath } from "node:url";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import { broadcast, emptyWithViews, layoutOf, shapedFromFlat } from "ndarray-params";
import { heNormal, initializeViews, lecunNormal, stream, zeros } from "ndarray-params/initialize";
import { gradientDescent, linearAnnealing, minibatches } from "ndarray-params/optimize";
import { gemm } from "./support/gemm.ts";
import { readDigits, slice, type Digits } from "./support/mnist.ts";
import { gemmOption, readOptions, reportOption, runProgram } from "./support/options.ts";
import { progressBar } from "./support/progress.ts";
import { checkReport, runPage, writeReport, type Held } from "./support/report.ts";
import { accuracy, crossEntropy, softmaxRows, subtractOneHot } from "./support/softmax.ts";

type Matrix = NdArray<Float64Array>;
type Vector = NdArray<Float64Array>;

const [d, h, k] = [784, 100, 10]; // pixels, hidden units, classes
const ROWS = 1000; // the most digits in one call

export const layout = layoutOf({ hidden: { w: [d, h], b: h }, output: { w: [h, k], b: k } });
const scheme = { hidden: { w: heNormal, b: zeros }, output: { w: lecunNormal, b: zeros } };

const matrix = (columns: number): Matrix =>
  ndarray(new Float64Array(ROWS * columns), [ROWS, columns]);
const [units, outputs, errors] = [matrix(h), matrix(k), matrix(h)];

/** z ← x·w + b */
function affine(z: Matrix, x: Matrix, { w, b }: { w: Matrix; b: Vector }): void {
  gemm(z, x, w);
  ops.addeq(z, broadcast(b, z.shape));
}

/** dw ← xᵀ·e/n, db ← Σᵢ eᵢ/n, for the error e at the output of an affine layer. */
function affineGradient({ w, b }: { w: Matrix; b: Vector }, x: Matrix, e: Matrix): void {
  const n = e.shape[0]!;
  gemm(w, x.transpose(1, 0), e, 1 / n);
  ops.assigns(b, 0);
  ops.addeq(broadcast(b, e.shape), e);
  ops.mulseq(b, 1 / n);
}

/** a ← max(0, x·w + b), p ← softmax(a·w + b), with the weights of each layer. */
function predict(flat: Vector, x: Matrix): { a: Matrix; p: Matrix } {
  const { hidden, output } = shapedFromFlat(flat, layout);
  const n = x.shape[0]!;
  const [a, p] = [units.hi(n), outputs.hi(n)];
  affine(a, x, hidden); //                                          (n, h)
  ops.maxseq(a, 0);
  affine(p, a, output); //                                          (n, k)
  softmaxRows(p);
  return { a, p };
}

/** Writes the gradient of the mean cross-entropy, backward through both layers. Returns the loss. */
export function lossAndGradient(
  flat: Vector,
  gradient: Vector,
  images: Matrix,
  labels: NdArray<Uint8Array>,
): number {
  const { output } = shapedFromFlat(flat, layout);
  const dFlat = shapedFromFlat(gradient, layout);
  const { a, p } = predict(flat, images);
  const loss = crossEntropy(p, labels);
  subtractOneHot(p, labels); //              p - t                  (n, k)
  affineGradient(dFlat.output, a, p);
  const e = errors.hi(p.shape[0]!);
  gemm(e, p, output.w.transpose(1, 0)); //   (p - t)·wᵀ             (n, h)
  ops.gtseq(a, 0); //                        the slope of max(0, ·), 1 or 0
  ops.muleq(e, a);
  affineGradient(dFlat.hidden, images, e);
  return loss;
}

/** Loss and accuracy, computed on at most ROWS digits at a time. */
function evaluate(flat: Vector, digits: Digits): { loss: number; hits: number } {
  const n = digits.images.shape[0]!;
  let [loss, hits] = [0, 0];
  for (let from = 0; from < n; from += ROWS) {
    const { images, labels } = slice(digits, from, Math.min(n, from + ROWS));
    const { p } = predict(flat, images);
    loss += (crossEntropy(p, labels) * labels.size) / n;
    hits += (accuracy(p, labels) * labels.size) / n;
  }
  return { loss, hits };
}

function main(): void {
  const options = readOptions("A net with one hidden layer on MNIST.", {
    epochs: { help: "passes over the digits", default: 3 },
    train: { help: "digits to learn from", default: 60_000, most: 60_000 },
    seed: { help: "seeds the weights and the batches", default: "two layers" },
    report: reportOption,
    gemm: gemmOption,
  });
  const { epochs, train, seed } = options;
  checkReport(options.report);
  const { images, labels } = readDigits("train", 0, train);
  const test = readDigits("test", 0, 10_000);
  const [flat, views] = emptyWithViews(layout);
  initializeViews(views, layout, scheme, seed);

  const random = stream(seed, "batches");
  const batches = minibatches([images, labels], 50, { random, epochs });
  const perEpoch = Math.ceil(labels.size / 50);
  const stepRate = linearAnnealing(0.5, 0, epochs * perEpoch);
  const bar = progressBar();
  const losses: number[] = [];
  const held: Held[] = [];
  for (const { iteration, loss: own } of gradientDescent(flat, lossAndGradient, {
    batches,
    stepRate,
  })) {
    losses.push(own);
    const epoch = Math.ceil(iteration / perEpoch);
    bar(`epoch ${epoch}`, 1 - (epoch - iteration / perEpoch));
    if (iteration % perEpoch > 0) continue;
    const { loss, hits } = evaluate(flat, test);
    console.log(`test after epoch ${epoch}: loss ${loss.toFixed(4)}, accuracy ${hits.toFixed(4)}`);
    held.push({ name: "test", iteration, loss, accuracy: hits });
  }
  const weights = { name: "Weights of each hidden unit", matrix: views.hidden.w, columns: h };
  const title = "A net with one hidden layer on MNIST";
  const draw = (): string => runPage({ title, options, losses, held, layout, flat, weights });
  writeReport(options.report, draw, "node --import tsx/esm examples/two-layer-net.ts");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(main);
