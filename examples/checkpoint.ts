/**
 * Training that stops and goes on: softmax regression on the irises by gradient descent with
 * momentum, once without a break and once in two parts with a file in between. The parameters and
 * the step share one flat, so one file holds everything that the loop needs.
 *
 *     node --import tsx/esm examples/checkpoint.ts [--file=<path>]
 */
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import gemm from "ndarray-gemm";
import ops from "ndarray-ops";
import { emptyWithViews, layoutOf, subflat, type Views } from "ndarray-params";
import { open, save } from "ndarray-params/checkpoint";
import { softmax, softmaxCrossEntropy } from "ndarray-params/softmax";
import { readIrises } from "./support/iris.ts";
import { readOptions } from "./support/options.ts";
import { accuracy, crossEntropy } from "./support/softmax.ts";

// n = 150 irises, d = 4 measurements, k = 3 classes
const [n, d, k] = [150, 4, 3];
const model = { w: [d, k], b: k } as const;
export const layout = layoutOf({ parameters: model, step: model });

const { x, labels } = readIrises();
const p = ndarray(new Float64Array(n * k), [n, k]);

/** p ← softmax(x·w + b) */
function predict({ w, b }: Views<typeof model>): void {
  gemm(p, x, w); //                                                    (n, k)
  softmax(p, { bias: b });
}

/**
 * step ← 0.9·step - 0.05·g, parameters ← parameters + step, from iteration `from` up to `to`.
 * g is the gradient of the mean negative log-likelihood: xᵀ·e and Σᵢ eᵢ with e = (p - t)/n.
 */
export function train(
  state: NdArray<Float64Array>,
  views: Views<typeof layout>,
  from: number,
  to: number,
): void {
  const [gradient, { w, b }] = emptyWithViews(model);
  const parameters = subflat(state, layout, "parameters");
  const step = subflat(state, layout, "step");
  for (let iteration = from; iteration < to; iteration++) {
    gemm(p, x, views.parameters.w); //                                 (n, k)
    softmaxCrossEntropy(p, labels, { bias: views.parameters.b, biasGradient: b });
    gemm(w, x.transpose(1, 0), p); //                                  (d, k)
    ops.mulseq(step, 0.9);
    ops.mulseq(gradient, 0.05);
    ops.subeq(step, gradient);
    ops.addeq(parameters, step);
  }
}

function report(name: string, { parameters }: Views<typeof layout>): void {
  predict(parameters);
  const hits = Math.round(n * accuracy(p, labels));
  console.log(`${name}: loss ${crossEntropy(p, labels)}, ${hits} of ${n} irises`);
}

async function main(path: string): Promise<void> {
  const [whole, wholeViews] = emptyWithViews(layout);
  train(whole, wholeViews, 0, 400);
  report("400 iterations", wholeViews);

  const [first, firstViews] = emptyWithViews(layout);
  train(first, firstViews, 0, 200);
  report("200 iterations", firstViews);
  await save(path, first, layout, { metadata: { iteration: "200" } });

  // Another process would start here, with nothing but the file.
  const { flat, views, metadata } = await open(path, { template: layout });
  train(flat, views, Number(metadata["iteration"]), 400);
  report("200 iterations, saved, opened, 200 more", views);

  const bits = [whole, flat].map(({ data }) => Buffer.from(data.buffer));
  console.log(bits[0]!.equals(bits[1]!) ? "the same in every bit" : "they differ");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { file } = readOptions("Training that stops and goes on, on the irises.", {
    file: { help: "the file to save to; by default one that is removed in the end" },
  });
  const temporary = join(tmpdir(), `irises-${process.pid}.safetensors`);
  try {
    await main(file ?? temporary);
  } finally {
    if (file === undefined) await rm(temporary, { force: true });
  }
}
