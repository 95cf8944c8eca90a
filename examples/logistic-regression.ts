/**
 * climin's page "Dealing with parameters" as a program: softmax regression on MNIST. The matrix and
 * the vector are one flat, and the gradient is written in place through views of the same template.
 *
 *     npm start                          5 epochs of mini-batches, seeded
 *     npm start -- --optimizer lbfgs     another rule of support/rules.ts
 *     npm start -- --threads 2           by threads, each of which has the digits
 *     npm start -- --save FILE           saves after each epoch; --resume FILE goes on
 *     npm start -- --report run.html     draws the run on a page
 *     npm start -- --help                lists all options
 */
import { fileURLToPath } from "node:url";
import { isMainThread, workerData } from "node:worker_threads";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { emptyWithViews, layoutOf, shapedFromFlat } from "ndarray-params";
import { serve, sharded } from "ndarray-params/distribute";
import { thisThread, threads } from "ndarray-params/distribute/threads";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { softmax, softmaxCrossEntropy } from "ndarray-params/softmax";
import { gemm } from "./support/gemm.ts";
import { batchesOf, readDigits, type Digits } from "./support/mnist.ts";
import { gemmOption, readOptions, reportOption, runProgram } from "./support/options.ts";
import { progressBar } from "./support/progress.ts";
import { checkReport, runPage, writeReport, type Held } from "./support/report.ts";
import { epochsOf, ruleNames } from "./support/rules.ts";
import { restore, store } from "./support/saved.ts";
import { inShards } from "./support/shards.ts";
import { judge } from "./support/softmax.ts";
import { threadOf } from "./support/thread.ts";

type Flat = NdArray<Float64Array>;
type Matrix = NdArray<Float64Array>;

// n digits, d = 784 pixels, k = 10 classes
export const layout = layoutOf([[784, 10], 10]);
const ROWS = 250; // the most digits in one call
const SHARDS = 8; // for any number of threads, so that all of them give the same bits
const outputs = ndarray(new Float64Array(ROWS * 10), [ROWS, 10]);

/** p ← softmax(x·w + b) */
function predict(flat: Flat, x: Matrix): Matrix {
  const [w, b] = shapedFromFlat(flat, layout);
  const p = outputs.hi(x.shape[0]!);
  gemm(p, x, w); //                                                 (n, k)
  softmax(p, { bias: b });
  return p;
}

/** e ← (p - t)/n with p = softmax(x·w + b), dw ← xᵀ·e, db ← Σᵢ eᵢ; returns the loss. */
export function lossAndGradient(
  flat: Flat,
  gradient: Flat,
  x: Matrix,
  labels: NdArray<Uint8Array>,
): number {
  const [w, b] = shapedFromFlat(flat, layout);
  const [dw, db] = shapedFromFlat(gradient, layout);
  const e = outputs.hi(x.shape[0]!);
  gemm(e, x, w); //                                                 (n, k)
  const loss = softmaxCrossEntropy(e, labels, { bias: b, biasGradient: db });
  gemm(dw, x.transpose(1, 0), e); //                                (d, k)
  return loss;
}

/** Loss and accuracy over some digits. */
export function figuresOf(flat: Flat, digits: Digits): Pick<Held, "loss" | "accuracy"> {
  const batches = batchesOf(digits, ROWS, { epochs: 1 });
  const { loss, hits } = judge(batches, (x) => predict(flat, x));
  return { loss, accuracy: hits };
}

export function report(name: string, flat: Flat, digits: Digits): Pick<Held, "loss" | "accuracy"> {
  const figures = figuresOf(flat, digits);
  console.log(`${name}: loss ${figures.loss.toFixed(4)}, accuracy ${figures.accuracy.toFixed(4)}`);
  return figures;
}

async function main(): Promise<void> {
  const options = readOptions("Softmax regression on MNIST.", {
    optimizer: { help: "the rule that learns", default: "gradientDescent", oneOf: ruleNames },
    epochs: { help: "passes over the digits, those of a resumed run included", default: 5 },
    train: { help: "digits to learn from", default: 50_000, most: 50_000 },
    seed: { help: "seeds the weights and the batches", default: "42" },
    threads: { help: "threads that share each pass or batch out", default: 1, most: 64 },
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

  const { seed } = options;
  const start = () => threadOf(import.meta.url, { train: options.train });
  const transport = options.threads === 1 ? undefined : threads(options.threads, start);
  const shared = transport && sharded(transport, layout, { shards: SHARDS });
  let trained = false;
  const bar = progressBar();
  const task = { flat, objective: lossAndGradient, shared, digits: training, seed, epochs, state };
  for await (const { epoch, part, info } of epochsOf(optimizer, task)) {
    bar(`epoch ${epoch}`, part);
    losses.push(info.loss);
    if (part < 1) continue;
    trained = true;
    hold(`validation after epoch ${epoch}`, validation);
    if (options.save !== undefined) await store(options.save, optimizer, flat, info.state);
  }
  transport?.close();
  if (!trained) console.log(`all ${epochs} epochs are done; --epochs ${epochs + 3} continues`);
  hold("test", test);
  const [matrix] = shapedFromFlat(flat, layout);
  const weights = { name: "Weights of each class", matrix, columns: 10 };
  const title = "Softmax regression on MNIST";
  const draw = (): string => runPage({ title, options, losses, held, layout, flat, weights });
  writeReport(options.report, draw, "npm start --");
}

/** A thread of this program. Loss and gradient of its shards are those of the whole. */
function serveShards(digits: number): void {
  serve(thisThread(), layout, inShards(lossAndGradient, readDigits("train", 0, digits)));
}

const { train } = (workerData ?? {}) as { readonly train?: number };
if (!isMainThread && train !== undefined) serveShards(train);
else if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(main);
