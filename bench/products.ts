/**
 * Times the two products of a training step, forward p = x·w and backward dw = xᵀ·p, on 784 x 10,
 * beside their bound: their arithmetic in registers, and then the reading of x for each of them.
 *
 *     npm run bench -- products
 *
 * An engine does whole vectors, so ten columns of float32 count as twelve forward. To share a core
 * with nothing else, `taskset -c 1` before it.
 */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { arena, gemm, type Gemm } from "ndarray-params/gemm";
import { gemm as relaxed } from "ndarray-params/gemm/relaxed";
import { compare, printMachine, timed, type Contestant } from "./support/compare.ts";
import { boundsOf } from "./support/peak.ts";

type Floats = Float64Array | Float32Array;
const [d, k] = [784, 10];
const VECTOR = 16;

/** Both products of a batch of n rows, with all that they read and write from `make`. */
function productsOf(make: (size: number) => Floats, n: number): (multiply: Gemm) => void {
  const matrix = (rows: number, columns: number, at: (i: number) => number): NdArray<Floats> => {
    const data = make(rows * columns);
    for (let i = 0; i < data.length; i++) data[i] = at(i);
    return ndarray(data, [rows, columns]);
  };
  const [x, w] = [matrix(n, d, Math.sin), matrix(d, k, Math.cos)];
  const [p, dw] = [matrix(n, k, () => 0), matrix(d, k, () => 0)];
  const crossed = x.transpose(1, 0);
  return (multiply) => {
    multiply(p, x, w);
    multiply(dw, crossed, p);
  };
}

printMachine();
const bounds = await boundsOf();
for (const Type of [Float64Array, Float32Array]) {
  for (const [n, calls, rounds] of [
    [100, 20, 51],
    [1000, 2, 51],
    [10_000, 1, 15],
  ] as const) {
    const bytes = Type.BYTES_PER_ELEMENT;
    const { float64, float32 } = arena((n * d + n * k + 2 * d * k) * bytes + 4 * VECTOR);
    const arrays = productsOf((size) => new Type(size), n);
    const placed = productsOf(Type === Float64Array ? float64 : float32, n);
    const columns = (Math.ceil((k * bytes) / VECTOR) * VECTOR) / bytes;
    const arithmetic = bounds.arithmetic(bytes, n * d * (columns + k), calls);
    const reading = bounds.reading(n * d * bytes, calls, 2);
    const bound: Contestant = {
      name: "bound: both, in turn",
      round: async () => (await arithmetic.round()) + (await reading.round()),
    };
    const contestants = [
      bound,
      arithmetic,
      reading,
      timed("gemm", () => arrays(gemm), calls),
      timed("gemm, arena", () => placed(gemm), calls),
      timed("gemm, relaxed", () => arrays(relaxed), calls),
      timed("gemm, arena, relaxed", () => placed(relaxed), calls),
    ];
    const title = `${Type === Float64Array ? "float64" : "float32"}, ${n} x ${d} x ${k}`;
    await compare(title, contestants, { rounds });
  }
}
