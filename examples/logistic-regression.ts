/**
 * climin's page "Dealing with parameters" as a program: softmax regression on MNIST. The matrix and
 * the vector are one flat, and the gradient is written in place through views of the same template.
 *
 *     npm start                          5 epochs of mini-batches, seeded
 *     npm start -- --optimizer lbfgs     another rule of support/rules.ts
 *     npm start -- --save FILE           saves after each epoch; --resume FILE goes on
 *     npm start -- --report run.html     draws the run on a page
 *     npm start -- --help                lists all options
 */
import { fileURLToPath } from "node:url";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import { broadcast, emptyWithViews, layoutOf, shapedFromFlat } from "ndarray-params";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { gemm } from "./support/gemm.ts";
import { readDigits, type Digits } from "./support/mnist.ts";
import { gemmOption, readOptions, reportOption, runProgram } from "./support/options.ts";
import { progressBar } from "./support/progress.ts";
import { checkReport, runPage, writeReport, type Held } from "./support/report.ts";
import { epochsOf, ruleNames } from "./support/rules.ts";
import { restore, store } from "./support/saved.ts";
import { accuracy, crossEntropy, softmaxRows, subtractOneHot } from "./support/softmax.ts";

type Flat = NdArray<Float64Array>;
type Matrix = NdArray<Float64Array>;

// n digits, d = 784 pixels, k = 10 classes
export const layout = layoutOf([[784, 10], 10]);
const outputs = ndarray(new Float64Array(50_000 * 10), [50_000, 10]);

/** p ← softmax(x·w + b) */
function predict(flat: Flat, x: Matrix): Matrix {
  const [w, b] = shapedFromFlat(flat, layout);
  const p = outputs.hi(x.shape[0]!);
  gemm(p, x, w); //                                                 (n, k)
  ops.addeq(p, broadcast(b, p.shape)); //                           (n, k) + (k)
  softmaxRows(p);
  return p;
}

/** dw ← xᵀ·(p - t)/n, db ← Σᵢ (p - t)ᵢ/n; returns the loss. */
export function lossAndGradient(
  flat: Flat,
  gradient: Flat,
  x: Matrix,
  labels: NdArray<Uint8Array>,
): number {
  const [dw, db] = shapedFromFlat(gradient, layout);
  const p = predict(flat, x);
  const n = p.shape[0]!;
  const loss = crossEntropy(p, labels);
  subtractOneHot(p, labels); //             p - t                   (n, k)
  gemm(dw, x.transpose(1, 0), p, 1 / n); //                         (d, k)
  ops.assigns(db, 0);
  ops.addeq(broadcast(db, p.shape), p); //                          (k)
  ops.mulseq(db, 1 / n);
  return loss;
}

export function report(
  name: string,
  flat: Flat,
  { images, labels }: Digits,
): Pick<Held, "loss" | "accuracy"> {
  const p = predict(flat, images);
  const [loss, hits] = [crossEntropy(p, labels), accuracy(p, labels)];
  console.log(`${name}: loss ${loss.toFixed(4)}, accuracy ${hits.toFixed(4)}`);
  return { loss, accuracy: hits };
}

async function main(): Promise<void> {
  const options = readOptions("Softmax regression on MNIST.", {
    optimizer: { help: "the rule that learns", default: "gradientDescent", oneOf: ruleNames },
    epochs: { help: "passes over the digits, those of a resumed run included", default: 5 },
    train: { help: "digits to learn from", default: 50_000, most: 50_000 },
    seed: { help: "seeds the weights and the batches", default: "42" },
    save: { help: "saves to this file after each epoch" },
    resume: { help: "continues the run in this file; give --save too if it is to be saved" },
    report: reportOption,
    gemm: gemmOption,
  });
  checkReport(options.report);
  const training = readDigits("train", 0, options.train);
  const validation = readDigits("train", 50_000, 60_000);
  const test = readDigits("test", 0, 10_000);
  const [flat] = emptyWithViews(layout);
  randomizeNormal(flat, 0, 0.1, stream(options.seed, "weights"));
  const { epochs, optimizer, resume } = options;
  const state = resume === undefined ? undefined : await restore(resume, optimizer, flat);
  const losses: number[] = [];
  const held: Held[] = [];
  const hold = (name: string, digits: Digits): void => {
    const kind = name.split(" ")[0]!;
    held.push({ name: kind, iteration: losses.length, ...report(name, flat, digits) });
  };
  hold("validation before", validation);

  const random = stream(options.seed, "batches");
  let trained = false;
  const bar = progressBar();
  const task = { flat, objective: lossAndGradient, digits: training, random, epochs, state };
  for (const { epoch, part, info } of epochsOf(optimizer, task)) {
    bar(`epoch ${epoch}`, part);
    losses.push(info.loss);
    if (part < 1) continue;
    trained = true;
    hold(`validation after epoch ${epoch}`, validation);
    if (options.save !== undefined) await store(options.save, optimizer, flat, info.state);
  }
  if (!trained) console.log(`all ${epochs} epochs are done; --epochs ${epochs + 3} continues`);
  hold("test", test);
  const [matrix] = shapedFromFlat(flat, layout);
  const weights = { name: "Weights of each class", matrix, columns: 10 };
  const title = "Softmax regression on MNIST";
  const draw = (): string => runPage({ title, options, losses, held, layout, flat, weights });
  writeReport(options.report, draw, "npm start --");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(main);
