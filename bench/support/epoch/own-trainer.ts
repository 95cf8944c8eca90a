/** This package as a trainer, in the ways that a program can use it. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { emptyWithViews, layoutOf, shapedFromFlat } from "ndarray-params";
import { arena, type Gemm } from "ndarray-params/gemm";
import type { GemmPool } from "ndarray-params/gemm/pool";
import { stream } from "ndarray-params/initialize";
import * as optimize from "ndarray-params/optimize";
import { softmaxCrossEntropy } from "ndarray-params/softmax";
import { d, k, labels, N, pixels, scaledPixels } from "./digits.ts";
import type { Parts, Task, Trainer } from "./parts.ts";

type Floats = Float64Array | Float32Array;
type Flat = NdArray<Floats>;

export interface Way {
  readonly name: string;
  readonly gemm: Gemm;
  /** Memory for parameters, batches and products. */
  readonly memory: "arrays" | "arena" | "shared"; // the last is an arena too
  /** Whether the digits stay bytes until they are gathered. */
  readonly bytes: boolean;
  /** The threads that gather too, and do the rows of softmax. */
  readonly pool?: GemmPool;
}

const layout = layoutOf({ w: [d, k], b: k });
const dataOf = { float64: Float64Array, float32: Float32Array };

const rules = optimize as unknown as Record<
  string,
  (flat: Flat, objective: unknown, options: object) => Iterator<optimize.Info<Flat>>
>;

interface Memory {
  readonly allocate: (length: number) => Floats;
  /** The digits' bytes: in the arena, where the kernel that gathers reads them in place. */
  readonly digits: () => Uint8Array;
}

function memoryOf({ memory }: Way, { dtype, size }: Task): Memory {
  const Data = dataOf[dtype];
  if (memory === "arrays") return { allocate: (length) => new Data(length), digits: () => pixels };
  const bytes = 2 * (size * (d + k) + 20 * layout.size) * Data.BYTES_PER_ELEMENT;
  const own = arena(bytes + pixels.length, { shared: memory === "shared" });
  let digits: Uint8Array | undefined;
  return {
    allocate: own[dtype],
    digits() {
      if (digits === undefined) (digits = own.uint8(pixels.length)).set(pixels);
      return digits;
    },
  };
}

export function ownTrainer(way: Way, task: Task, batches: number): Trainer {
  const { rule, dtype, size } = task;
  const { allocate, digits } = memoryOf(way, task);
  const p = ndarray(allocate(size * k), [size, k]);
  const spent: Parts = { gather: 0, forward: 0, softmax: 0, backward: 0, step: 0 };

  const { pool } = way;
  const objective = (flat: Flat, gradient: Flat, x: Flat, y: Uint8Array): number => {
    const [{ w, b }, { w: dw, b: db }] = [
      shapedFromFlat(flat, layout),
      shapedFromFlat(gradient, layout),
    ];
    const start = performance.now();
    way.gemm(p, x, w); //                                           (n, k)
    const product = performance.now();
    const options = pool ? { bias: b, biasGradient: db, pool } : { bias: b, biasGradient: db };
    const loss = softmaxCrossEntropy(p, y, options);
    const error = performance.now();
    way.gemm(dw, x.transpose(1, 0), p); //                (d, k)
    const end = performance.now();
    spent.forward += product - start;
    spent.softmax += error - product;
    spent.backward += end - error;
    return loss;
  };

  const start = (random?: () => number): Iterator<optimize.Info<Flat>> => {
    const [flat] = emptyWithViews(layout, { dtype, allocate });
    const [gradient] = emptyWithViews(layout, { dtype, allocate });
    const memory = way.memory === "arrays" ? {} : { allocate };
    const scale = way.bytes ? { scales: [1 / 255, undefined], dtype } : {};
    const images = ndarray<Floats | Uint8Array>(way.bytes ? digits() : scaledPixels(dtype), [N, d]);
    const all = optimize.minibatches([images, labels] as never, size, {
      ...(random && { random }),
      ...memory,
      ...scale,
      ...(pool && { pool }),
    });
    return rules[rule]!(flat, objective, { batches: timed(all, spent), gradient });
  };

  const random = stream("epoch");
  let run: Iterator<optimize.Info<Flat>> | undefined;
  const round = (): Parts => {
    run ??= start(random);
    Object.assign(spent, { gather: 0, forward: 0, softmax: 0, backward: 0, step: 0 });
    const from = performance.now();
    for (let i = 0; i < batches; i++) run.next();
    const { gather, forward, softmax, backward } = spent;
    const step = performance.now() - from - gather - forward - softmax - backward;
    const each = 1e3 / batches;
    return {
      gather: gather * each,
      forward: forward * each,
      softmax: softmax * each,
      backward: backward * each,
      step: step * each,
    };
  };
  const check = (count: number): number => {
    const own = start();
    for (let i = 1; i < count; i++) own.next();
    return (own.next().value as optimize.Info<Flat>).loss;
  };
  return { name: way.name, round, check };
}

function* timed<B>(batches: Iterable<B>, spent: Parts): Generator<B> {
  const all = batches[Symbol.iterator]();
  for (;;) {
    const start = performance.now();
    const { value, done } = all.next();
    spent.gather += performance.now() - start;
    if (done === true) return;
    yield value;
  }
}
