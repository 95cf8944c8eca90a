/** numpy-ts, NumPy's names on WebAssembly, if `npm install --prefix bench` brought it. */
import { d, k, labels, N, scaledPixels } from "./digits.ts";
import type { Parts, Task, Trainer } from "./parts.ts";
import { shuffle } from "./tensorflow-trainer.ts";

interface Arr {
  readonly T: Arr;
  readonly take: (indices: number[], axis: number) => Arr;
  readonly add: (other: Arr | number) => Arr;
  readonly subtract: (other: Arr | number) => Arr;
  readonly multiply: (other: Arr | number) => Arr;
  readonly divide: (other: Arr | number) => Arr;
  readonly matmul: (other: Arr) => Arr;
  readonly copy: () => Arr;
  readonly exp: () => Arr;
  readonly sqrt: () => Arr;
  readonly max: (axis: number, keepdims: boolean) => Arr;
  readonly sum: (axis: number, keepdims?: boolean) => Arr;
  readonly get: (indices: number[]) => number;
  readonly set: (indices: number[], value: number) => void;
}
interface NumpyTs {
  readonly zeros: (shape: number[], dtype: string) => Arr;
  readonly array: (data: unknown, dtype: string) => Arr;
  readonly frombuffer: (
    data: ArrayBufferLike,
    dtype: string,
  ) => Arr & { reshape(...s: number[]): Arr };
}

/** `update(x, g, t)` returns the new x. */
type Update = (x: Arr, g: Arr, t: number) => Arr;

const rules: Readonly<Record<string, (zeros: Arr) => Update>> = {
  gradientDescent: () => (x, g) => x.subtract(g.multiply(0.1)),
  adam: (zeros) => {
    let [m, v] = [zeros, zeros];
    return (x, g, t) => {
      m = m.multiply(0.9).add(g.multiply(1 - 0.9));
      // In 1.4.0 `square` of a transposed array is wrong.
      v = v.multiply(0.999).add(g.multiply(g).multiply(1 - 0.999));
      const rate = (0.001 * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t);
      return x.subtract(m.multiply(rate).divide(v.sqrt().add(1e-8)));
    };
  },
};

const address = new URL("../../node_modules/numpy-ts/dist/esm/index.js", import.meta.url);
let missing = false;

/** Trains two arrays, w and b, because views of one array are copied there. */
export async function numpyTsTrainer(
  { rule, dtype, size }: Task,
  batches: number,
): Promise<Trainer | undefined> {
  if (missing || rules[rule] === undefined) return undefined;
  let np: NumpyTs;
  try {
    np = (await import(address.href)) as NumpyTs;
  } catch {
    console.log("numpy-ts is not installed, so its column is missing\n");
    missing = true;
    return undefined;
  }
  const images = np.frombuffer(scaledPixels(dtype).buffer, dtype).reshape(N, d);
  let [w, b] = [np.zeros([d, k], dtype), np.zeros([k], dtype)];
  const [updateW, updateB] = [w, b].map((x) => rules[rule]!(x)) as [Update, Update];
  const order = Int32Array.from({ length: N }, (_, i) => i);
  let [place, t, loss] = [0, 0, NaN];

  const train = (count: number): Parts => {
    const spent: Parts = { gather: 0, forward: 0, softmax: 0, backward: 0, step: 0 };
    for (let i = 0; i < count; i++) {
      const t0 = performance.now();
      if (place + size > N) {
        shuffle(order);
        place = 0;
      }
      const chosen = [...order.subarray(place, (place += size))];
      const x = images.take(chosen, 0);
      const t1 = performance.now();
      const z = x.matmul(w);
      const t2 = performance.now();
      const shifted = z.add(b);
      const e = shifted.subtract(shifted.max(1, true)).exp();
      const p = e.divide(e.sum(1, true));
      loss = 0;
      chosen.forEach((digit, row) => {
        const label = labels[digit]!;
        const own = p.get([row, label]);
        loss -= Math.log(own) / size;
        p.set([row, label], own - 1);
      });
      const error = p.multiply(1 / size);
      const db = error.sum(0);
      const t3 = performance.now();
      const dw = error.T.copy().matmul(x).T; // 20 times faster than x.T.matmul(error)
      const t4 = performance.now();
      t++;
      [w, b] = [updateW(w, dw, t), updateB(b, db, t)];
      const t5 = performance.now();
      spent.gather += t1 - t0;
      spent.forward += t2 - t1;
      spent.softmax += t3 - t2;
      spent.backward += t4 - t3;
      spent.step += t5 - t4;
    }
    for (const name of Object.keys(spent) as (keyof Parts)[]) spent[name] *= 1e3 / count;
    return spent;
  };
  const check = (count: number): number => {
    train(count);
    place = N; // the next batch begins an epoch
    return loss;
  };
  return { name: "numpy-ts", round: () => train(batches), check };
}
