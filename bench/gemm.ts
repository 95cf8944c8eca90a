/**
 * Compares gemm with ndarray-gemm, other packages and NumPy on one thread: squares, a layer of a
 * net, one row. ml-matrix is always there; `npm install --prefix bench` adds TensorFlow.js.
 *
 *     npm run bench -- gemm
 */
import { Matrix as MlMatrix } from "ml-matrix";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import ndarrayGemm from "ndarray-gemm";
import { arena, gemm, type Gemm } from "ndarray-params/gemm";
import { gemm as relaxed } from "ndarray-params/gemm/relaxed";
import { compare, printMachine, timed, type Contestant } from "./support/compare.ts";
import { numpyContestants, numpyVersion } from "./support/numpy.ts";
import { boundsOf } from "./support/peak.ts";
import { tensorflow } from "./support/tensorflow.ts";

type Floats = Float64Array | Float32Array;
const dtypes = { float64: Float64Array, float32: Float32Array };

const shapes = [
  { m: 256, n: 256, k: 256, calls: 2, rounds: 15 },
  { m: 512, n: 512, k: 512, calls: 1, rounds: 11 },
  { m: 1024, n: 1024, k: 1024, calls: 1, rounds: 5 },
  { m: 100, n: 300, k: 784, calls: 5, rounds: 15 },
  { m: 1, n: 10, k: 784, calls: 500, rounds: 21 },
] as const;

function random(Type: typeof Float64Array | typeof Float32Array, size: number): Floats {
  let state = size;
  return new Type(size).map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}

function check(
  multiply: Gemm,
  operands: readonly [NdArray<Floats>, NdArray<Floats>, NdArray<Floats>],
): void {
  const [c, a, b] = operands;
  multiply(c, a, b);
  for (const [i, j] of [
    [0, 0],
    [c.shape[0]! - 1, c.shape[1]! - 1],
  ] as const) {
    let sum = 0;
    for (let p = 0; p < a.shape[1]!; p++) sum += a.get(i, p) * b.get(p, j);
    const bound = c.data instanceof Float32Array ? 1e-3 : 1e-11;
    if (!(Math.abs(c.get(i, j) - sum) < bound)) throw new Error(`wrong: ${c.get(i, j)}, ${sum}`);
  }
}

printMachine();
const numpy = numpyVersion();
const tf = await tensorflow();
const bounds = await boundsOf();
for (const [dtype, Type] of Object.entries(dtypes)) {
  for (const { m, n, k, calls, rounds } of shapes) {
    const x = random(Type, m * k);
    const y = random(Type, k * n);
    const operands = [
      ndarray<Floats>(new Type(m * n), [m, n]),
      ndarray(x, [m, k]),
      ndarray(y, [k, n]),
    ] as const;
    const { float64, float32 } = arena((m * n + m * k + k * n) * 8 + 256);
    const placed = operands.map((matrix) => {
      const size = matrix.size;
      const data = Type === Float64Array ? float64(size) : float32(size);
      data.set(matrix.data);
      return ndarray<Floats>(data, matrix.shape);
    }) as [NdArray<Floats>, NdArray<Floats>, NdArray<Floats>];
    for (const multiply of [gemm, relaxed, ndarrayGemm]) check(multiply, operands);
    check(gemm, placed);
    const python =
      numpy === undefined
        ? undefined
        : numpyContestants(
            `r = np.random.default_rng(1)
A, B = r.random((${m}, ${k})).astype("${dtype}"), r.random((${k}, ${n})).astype("${dtype}")
C = np.empty((${m}, ${n}), "${dtype}")`,
            { [`NumPy ${numpy}`]: { statement: "np.dot(A, B, out=C)", calls } },
          );
    const [left, right] = [MlMatrix.from1DArray(m, k, [...x]), MlMatrix.from1DArray(k, n, [...y])];
    const slow = Math.max(1, Math.floor(calls / 10));
    const contestants: Contestant[] = [
      ...(python?.contestants ?? []),
      timed("gemm", () => gemm(...operands), calls),
      timed("gemm, arena", () => gemm(...placed), calls),
      timed("gemm, relaxed", () => relaxed(...operands), calls),
      bounds.arithmetic(Type.BYTES_PER_ELEMENT, m * n * k, calls),
      bounds.reading((m * k + k * n) * Type.BYTES_PER_ELEMENT, calls),
      timed("ndarray-gemm", () => ndarrayGemm(...operands), slow),
      ...(dtype === "float64" ? [timed("ml-matrix", () => left.mmul(right), slow)] : []),
      ...(dtype === "float32" && tf !== undefined ? [tf(x, y, m, n, k, calls)] : []),
    ];
    const title = `${dtype}, ${m} x ${k} by ${k} x ${n}`;
    await compare(title, contestants, { rounds, unit: m === 1 ? "us" : "ms" });
    python?.close();
  }
}
