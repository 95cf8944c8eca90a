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
import { broadcast, emptyWithViews, layoutOf, shapedFromFlat, type Views } from "ndarray-params";
import { heNormal, initializeViews, lecunNormal, stream, zeros } from "ndarray-params/initialize";
import { gradientDescent, linearAnnealing } from "ndarray-params/optimize";
import { softmax, softmaxCrossEntropy } from "ndarray-params/softmax";
import { gemm } from "./support/gemm.ts";
import { batchesOf, readDigits, type Digits } from "./support/mnist.ts";
import { gemmOption, readOptions, reportOption, runProgram } from "./support/options.ts";
import { progressBar } from "./support/progress.ts";
import { checkReport, runPage, writeReport, type Held } from "./support/report.ts";
import { judge } from "./support/softmax.ts";

type Matrix = NdArray<Float64Array>;
type Vector = NdArray<Float64Array>;

const [d, h, k] = [784, 100, 10]; // pixels, hidden units, classes
const ROWS = 1000; // the most digits in one call

export const layout = layoutOf({ hidden: { w: [d, h], b: h }, output: { w: [h, k], b: k } });
type Model = Views<typeof layout>;

const scheme = { hidden: { w: heNormal, b: zeros }, output: { w: lecunNormal, b: zeros } };

const matrix = (columns: number): Matrix =>
  ndarray(new Float64Array(ROWS * columns), [ROWS, columns]);
const [units, outputs, errors] = [matrix(h), matrix(k), matrix(h)];

/** a ← max(0, x·w + b), z ← a·w, with the weights of each layer. The bias of z is left to softmax. */
function forward({ hidden, output }: Model, x: Matrix): { a: Matrix; z: Matrix } {
  const n = x.shape[0]!;
  const [a, z] = [units.hi(n), outputs.hi(n)];
  gemm(a, x, hidden.w); //                                          (n, h)
  ops.addeq(a, broadcast(hidden.b, a.shape)); //                    (n, h) + (h)
  ops.maxseq(a, 0);
  gemm(z, a, output.w); //                                          (n, k)
  return { a, z };
}

/** Writes the gradient of the mean cross-entropy, backward through both layers. Returns the loss. */
export function lossAndGradient(
  flat: Vector,
  gradient: Vector,
  images: Matrix,
  labels: NdArray<Uint8Array>,
): number {
  const model = shapedFromFlat(flat, layout);
  const { hidden, output } = shapedFromFlat(gradient, layout);
  const { a, z } = forward(model, images);
  const bias = { bias: model.output.b, biasGradient: output.b };
  const loss = softmaxCrossEntropy(z, labels, bias); // z ← (p - t)/n   (n, k)
  gemm(output.w, a.transpose(1, 0), z); //                          (h, k)
  const e = errors.hi(z.shape[0]!);
  gemm(e, z, model.output.w.transpose(1, 0)); //                    (n, h)
  ops.gtseq(a, 0); //                        the slope of max(0, ·), 1 or 0
  ops.muleq(e, a);
  gemm(hidden.w, images.transpose(1, 0), e); //                     (d, h)
  ops.assigns(hidden.b, 0);
  ops.addeq(broadcast(hidden.b, e.shape), e); //                    (h)
  return loss;
}

/** Loss and accuracy on all digits. */
const evaluate = (flat: Vector, digits: Digits): { loss: number; hits: number } =>
  judge(batchesOf(digits, ROWS, { epochs: 1 }), (images) => {
    const model = shapedFromFlat(flat, layout);
    const { z: p } = forward(model, images);
    softmax(p, { bias: model.output.b });
    return p;
  });

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
  const training = readDigits("train", 0, train);
  const test = readDigits("test", 0, 10_000);
  const [flat, views] = emptyWithViews(layout);
  initializeViews(views, layout, scheme, seed);

  const random = stream(seed, "batches");
  const batches = batchesOf(training, 50, { random, epochs });
  const perEpoch = Math.ceil(training.labels.size / 50);
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
