/** TensorFlow.js on its WebAssembly backend, in float32, if `npm install --prefix bench` brought it. */
import { createRequire } from "node:module";
import { d, k, labels, N, scaledPixels } from "./digits.ts";
import type { Parts, Task, Trainer } from "./parts.ts";

interface Tensor {
  readonly dataSync: () => Float32Array;
}
interface Variable extends Tensor {
  readonly assign: (value: Tensor) => void;
}
interface Core {
  readonly setBackend: (name: string) => Promise<boolean>;
  readonly tensor: (data: ArrayLike<number>, shape: number[], dtype?: string) => Tensor;
  readonly variable: (initial: Tensor, trainable: boolean, name: string) => Variable;
  readonly tidy: <T>(run: () => T) => T;
  readonly zeros: (shape: number[]) => Tensor;
  readonly oneHot: (labels: Tensor, classes: number) => Tensor;
  readonly matMul: (a: Tensor, b: Tensor, transposeA?: boolean) => Tensor;
  readonly add: (a: Tensor, b: Tensor) => Tensor;
  readonly sub: (a: Tensor, b: Tensor) => Tensor;
  readonly mul: (a: Tensor, b: Tensor | number) => Tensor;
  readonly softmax: (x: Tensor) => Tensor;
  readonly log: (x: Tensor) => Tensor;
  readonly sum: (x: Tensor, axis?: number) => Tensor;
  readonly train: Record<string, (...args: number[]) => Optimizer>;
}
interface Optimizer {
  readonly applyGradients: (gradients: { name: string; tensor: Tensor }[]) => void;
}

let core: Core | undefined;
let missing = false;

async function loaded(): Promise<Core | undefined> {
  if (core !== undefined || missing) return core;
  try {
    const require = createRequire(new URL("../../package.json", import.meta.url));
    const own = require("@tensorflow/tfjs-core") as Core;
    const wasm = require("@tensorflow/tfjs-backend-wasm") as { setThreadsCount(n: number): void };
    wasm.setThreadsCount(1);
    await own.setBackend("wasm");
    core = own;
  } catch {
    console.log("@tensorflow/tfjs-backend-wasm is not installed, so its column is missing\n");
    missing = true;
  }
  return core;
}

const optimizers: Readonly<Record<string, (tf: Core) => Optimizer>> = {
  gradientDescent: (tf) => tf.train["sgd"]!(0.1),
  adam: (tf) => tf.train["adam"]!(0.001, 0.9, 0.999, 1e-8),
};

let names = 0;

/** Trains by its own optimizer, with the gradient that NumPy's formulas give. */
export async function tensorflowTrainer(
  { rule, dtype, size }: Task,
  batches: number,
): Promise<Trainer | undefined> {
  if (dtype !== "float32" || optimizers[rule] === undefined) return undefined;
  const tf = await loaded();
  if (tf === undefined) return undefined;
  const images = scaledPixels("float32");
  const [batch, digits] = [new Float32Array(size * d), new Int32Array(size)];
  const [wName, bName] = [`w${names}`, `b${names++}`];
  const [w, b] = [
    tf.variable(tf.zeros([d, k]), true, wName),
    tf.variable(tf.zeros([k]), true, bName),
  ];
  const optimizer = optimizers[rule](tf);
  const order = Int32Array.from({ length: N }, (_, i) => i);
  let place = 0;
  let loss = NaN;

  const train = (count: number): Parts => {
    const spent: Parts = { gather: 0, forward: 0, softmax: 0, backward: 0, step: 0 };
    for (let i = 0; i < count; i++) {
      tf.tidy(() => {
        const t0 = performance.now();
        if (place + size > N) {
          shuffle(order);
          place = 0;
        }
        // A gather by tfjs from all digits takes 8 ms.
        for (let row = 0; row < size; row++) {
          const digit = order[place++]!;
          digits[row] = labels[digit]!;
          batch.set(images.subarray(digit * d, digit * d + d), row * d);
        }
        const x = tf.tensor(batch, [size, d]);
        const t = tf.oneHot(tf.tensor(digits, [size], "int32"), k);
        const t1 = performance.now();
        const z = tf.matMul(x, w);
        const t2 = performance.now();
        const p = tf.softmax(tf.add(z, b));
        loss = -tf.sum(tf.log(tf.sum(tf.mul(p, t), 1))).dataSync()[0]! / size;
        const e = tf.mul(tf.sub(p, t), 1 / size);
        const db = tf.sum(e, 0);
        const t3 = performance.now();
        const dw = tf.matMul(x, e, true);
        const t4 = performance.now();
        optimizer.applyGradients([
          { name: wName, tensor: dw },
          { name: bName, tensor: db },
        ]);
        const t5 = performance.now();
        spent.gather += t1 - t0;
        spent.forward += t2 - t1;
        spent.softmax += t3 - t2;
        spent.backward += t4 - t3;
        spent.step += t5 - t4;
      });
    }
    for (const name of Object.keys(spent) as (keyof Parts)[]) spent[name] *= 1e3 / count;
    return spent;
  };
  const check = (count: number): number => {
    train(count);
    place = N; // the next batch begins an epoch
    return loss;
  };
  return { name: "tfjs wasm", round: () => train(batches), check };
}

export function shuffle(order: Int32Array): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
