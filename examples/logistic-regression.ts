/**
 * climin's page "Dealing with parameters" as a program: softmax regression on MNIST, its matrix
 * and its vector in one flat, the gradient written in place through the same views.
 *
 *     npm start              seeded mini-batches over 50,000 digits
 *                            with --save FILE it saves after each epoch, --resume FILE goes on
 *                            with --gemm=ndarray-gemm it multiplies with that
 *     npm run tutorial       full batch, step 0.1, momentum 0.95, 100 iterations, as the page does
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import ndarrayGemm from "ndarray-gemm";
import ops from "ndarray-ops";
import seedrandom from "seedrandom";
import { broadcast, emptyWithViews, layoutOf, shapedFromFlat } from "ndarray-params";
import { open, save } from "ndarray-params/checkpoint";
import { gemm as ownGemm } from "ndarray-params/gemm";
import { randomizeNormal } from "ndarray-params/initialize";
import { readMnist, slice, type Digits } from "./support/mnist.ts";
import { progress } from "./support/progress.ts";
import { accuracy, crossEntropy, softmaxRows, subtractOneHot } from "./support/softmax.ts";

type Vector = NdArray<Float64Array>;

// n digits, d = 784 pixels, k = 10 classes
export const layout = layoutOf([[784, 10], 10]);
const gemms = { "ndarray-params": ownGemm, "ndarray-gemm": ndarrayGemm };
let gemm = ownGemm;
const outputs = ndarray(new Float64Array(50_000 * 10), [50_000, 10]);

/** p ← softmax(x·w + b) */
function predict(flat: Vector, x: NdArray<Float64Array>): NdArray<Float64Array> {
  const [w, b] = shapedFromFlat(flat, layout);
  const p = outputs.hi(x.shape[0]!);
  gemm(p, x, w); //                                                 (n, k)
  ops.addeq(p, broadcast(b, p.shape)); //                           (n, k) + (k)
  softmaxRows(p);
  return p;
}

/** dw ← xᵀ·(p - t)/n, db ← Σᵢ (p - t)ᵢ/n; returns the loss. */
export function lossAndGradient(
  flat: Vector,
  gradient: Vector,
  { images, labels }: Digits,
): number {
  const [dw, db] = shapedFromFlat(gradient, layout);
  const p = predict(flat, images);
  const n = p.shape[0]!;
  const loss = crossEntropy(p, labels);
  subtractOneHot(p, labels);
  gemm(dw, images.transpose(1, 0), p, 1 / n); //                     (d, k)
  ops.assigns(db, 0);
  ops.addeq(broadcast(db, p.shape), p); //                          (k)
  ops.mulseq(db, 1 / n);
  return loss;
}

function report(name: string, flat: Vector, { images, labels }: Digits): void {
  const p = predict(flat, images);
  const [loss, hits] = [crossEntropy(p, labels), accuracy(p, labels)];
  console.log(`${name}: loss ${loss.toFixed(4)}, accuracy ${hits.toFixed(4)}`);
}

/** One pass over the batches in a random order. */
function* batches(digits: Digits, size: number, random: () => number): Generator<Digits> {
  const starts = Array.from({ length: digits.images.shape[0]! / size }, (_, i) => i * size);
  for (let i = starts.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [starts[i], starts[j]] = [starts[j]!, starts[i]!];
  }
  for (const start of starts) yield slice(digits, start, start + size);
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      tutorial: { type: "boolean", default: false },
      epochs: { type: "string", default: "5" },
      seed: { type: "string", default: "42" },
      gemm: { type: "string", default: "ndarray-params" },
      train: { type: "string", default: "50000" },
      save: { type: "string" },
      resume: { type: "string" },
    },
  });
  const chosen = gemms[options.gemm as keyof typeof gemms] as typeof gemm | undefined;
  if (chosen === undefined) {
    throw new RangeError(`--gemm must be ${Object.keys(gemms).join(" or ")}, got ${options.gemm}`);
  }
  gemm = chosen;
  const { train, test } = readMnist();
  const [training, validation] = [
    slice(train, 0, Number(options.train)),
    slice(train, 50_000, 60_000),
  ];
  const random = seedrandom(options.seed);
  const [flat] = emptyWithViews(layout);
  const [gradient] = emptyWithViews(layout);
  const [step] = emptyWithViews(layout);
  randomizeNormal(flat, 0, 0.1, random);
  let done = 0;
  if (options.resume !== undefined) {
    const { metadata } = await open(options.resume, { template: layout, into: flat });
    done = Number(metadata["epoch"]);
  }
  report("validation before", flat, validation);

  if (options.tutorial) {
    for (const _ of progress("iterations", [...Array(100).keys()])) {
      lossAndGradient(flat, gradient, training);
      ops.mulseq(step, 0.95); //                                    step ← 0.95·step + 0.1·g
      ops.mulseq(gradient, 0.1);
      ops.addeq(step, gradient);
      ops.subeq(flat, step);
    }
    report("validation after", flat, validation);
    return;
  }
  for (let epoch = 1; epoch <= Number(options.epochs); epoch++) {
    const shuffled = [...batches(training, 100, random)];
    if (epoch <= done) continue; // its draws have been made all the same
    for (const batch of progress(`epoch ${epoch}`, shuffled)) {
      lossAndGradient(flat, gradient, batch);
      ops.mulseq(gradient, 0.5 / epoch);
      ops.subeq(flat, gradient);
    }
    report(`validation after epoch ${epoch}`, flat, validation);
    if (options.save !== undefined) {
      const metadata = { epoch: `${epoch}` };
      await save(options.save, flat, layout, { metadata, keep: 2 }); // oxlint-disable-line no-await-in-loop
    }
  }
  report("test", flat, test);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
