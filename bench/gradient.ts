/**
 * Times a whole gradient of softmax regression on 784 x 10: forward, softmax, backward, bias.
 *
 *     npm run bench -- gradient
 *
 * NumPy on one thread is the reference, if python3 has it. The results are compared first. Calls
 * come in rows, as in training: the first of a row has to wake a thread that sleeps. If the cores
 * of a machine differ in speed, let all take turns on one of them, without the pool:
 *
 *     taskset -c 1 npm run bench -- gradient
 */
import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import ndarrayGemm from "ndarray-gemm";
import { arena, gemm, type Arena, type Gemm } from "ndarray-params/gemm";
import { gemmPool } from "ndarray-params/gemm/pool";
import { gemm as relaxed } from "ndarray-params/gemm/relaxed";
import { compare, printMachine, timed, type Contestant } from "./support/compare.ts";
import { numpyContestants, numpyVersion } from "./support/numpy.ts";

type Floats = Float64Array | Float32Array;
const [d, k] = [784, 10];

/** xorshift32 (Marsaglia 2003): the same numbers in JavaScript and in Python. */
function fill(array: Floats, state: number): Floats {
  for (let i = 0; i < array.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    array[i] = (state >>> 0) / 2 ** 32 - 0.5;
  }
  return array;
}

interface Problem {
  readonly x: NdArray<Floats>;
  readonly w: NdArray<Floats>;
  readonly p: NdArray<Floats>;
  readonly dw: NdArray<Floats>;
  readonly db: Floats;
  readonly labels: Uint8Array;
}

function problemOf(make: (size: number) => Floats, n: number): Problem {
  return {
    x: ndarray(fill(make(n * d), 1), [n, d]),
    w: ndarray(fill(make(d * k), 2), [d, k]),
    p: ndarray(make(n * k), [n, k]),
    dw: ndarray(make(d * k), [d, k]),
    db: make(k),
    labels: Uint8Array.from({ length: n }, (_, i) => (i * 7) % k),
  };
}

/** p ← softmax(x·w), dw ← xᵀ·(p - t)/n, db ← Σᵢ (p - t)ᵢ/n */
function gradient(multiply: Gemm, { x, w, p, dw, db, labels }: Problem): void {
  const n = labels.length;
  multiply(p, x, w); //                                             (n, k)
  softmaxError(p.data, labels, db);
  multiply(dw, x.transpose(1, 0), p, 1 / n); //                     (d, k)
}

const exponentials = new Float64Array(k);
const sums = new Float64Array(k);

/** Softmax of rows, minus one-hot labels, and its mean over the rows: one pass. */
function softmaxError(p: Floats, labels: Uint8Array, db: Floats): void {
  const n = labels.length;
  sums.fill(0);
  for (let i = 0, row = 0; i < n; i++, row += k) {
    let max = -Infinity;
    for (let j = 0; j < k; j++) max = Math.max(max, p[row + j]!);
    let sum = 0;
    for (let j = 0; j < k; j++) sum += exponentials[j] = Math.exp(p[row + j]! - max);
    const scale = 1 / sum;
    exponentials[labels[i]!]! -= sum;
    for (let j = 0; j < k; j++) sums[j]! += p[row + j] = exponentials[j]! * scale;
  }
  for (let j = 0; j < k; j++) db[j] = sums[j]! / n;
}

const numpySetup = (dtype: string): string => `
def fill(n, state):
    out = np.empty(n, dtype=np.float64)
    for i in range(n):
        state = (state ^ (state << 13)) & 0xffffffff
        state ^= state >> 17
        state = (state ^ (state << 5)) & 0xffffffff
        out[i] = state / 2**32 - 0.5
    return out.astype("${dtype}")
W = fill(${d * k}, 2).reshape(${d}, ${k})
problems = {}
def problem(n):
    X = np.random.default_rng(1).random((n, ${d})).astype("${dtype}") - np.float32(0.5)
    T = np.zeros((n, ${k}), "${dtype}")
    T[np.arange(n), np.arange(n) * 7 % ${k}] = 1
    return X, T, np.empty((n, ${k}), "${dtype}"), np.empty((${d}, ${k}), "${dtype}"), np.empty(${k}, "${dtype}")
def gradient(n):
    X, T, P, dW, db = problems[n] if n in problems else problems.setdefault(n, problem(n))
    np.dot(X, W, out=P)
    P -= P.max(axis=1, keepdims=True)
    np.exp(P, out=P)
    P /= P.sum(axis=1, keepdims=True)
    P -= T
    np.dot(X.T, P, out=dW)
    dW /= n
    np.sum(P, axis=0, out=db)
    db /= n
`;

function checkAgreement(Type: typeof Float64Array | typeof Float32Array): void {
  const make = (size: number): Floats => new Type(size);
  const [one, other] = [problemOf(make, 100), problemOf(make, 100)];
  gradient(gemm, one);
  gradient(ndarrayGemm, other);
  const error = Math.max(...one.dw.data.map((x, i) => Math.abs(x - other.dw.data[i]!)));
  if (!(error < (Type === Float64Array ? 1e-14 : 1e-6))) throw new Error(`differ by ${error}`);
}

function sharedFloats(Type: typeof Float64Array | typeof Float32Array, size: number): Floats {
  const buffer = new SharedArrayBuffer(size * Type.BYTES_PER_ELEMENT);
  return Type === Float64Array ? new Float64Array(buffer) : new Float32Array(buffer);
}

printMachine();
const pool = availableParallelism() > 1 ? gemmPool({ threads: 2 }) : undefined;
await pool?.ready;
const numpy = numpyVersion();
if (numpy === undefined) console.log("python3 has no NumPy: without that column\n");
for (const Type of [Float64Array, Float32Array]) {
  checkAgreement(Type);
  const dtype = Type === Float64Array ? "float64" : "float32";
  for (const [n, calls, rounds] of [
    [100, 50, 21],
    [1000, 5, 21],
    [10_000, 5, 11],
  ] as const) {
    const make = (size: number): Floats => new Type(size);
    const problem = problemOf(make, n);
    const placedIn = ({ float64, float32 }: Arena): Problem =>
      problemOf(Type === Float64Array ? float64 : float32, n);
    const placed = placedIn(arena((n + 2 * k) * (d + k) * 8));
    const shared = problemOf((size) => sharedFloats(Type, size), n);
    const both = placedIn(arena((n + 2 * k) * (d + k) * 8, { shared: true }));
    if (pool !== undefined) {
      for (const one of [shared, both]) gradient(pool.gemm, one); // the worker gets to know them
      await setTimeout(20);
    }
    const python =
      numpy === undefined
        ? undefined
        : numpyContestants(numpySetup(dtype), {
            [`NumPy ${numpy}`]: { statement: `gradient(${n})`, calls },
          });
    const contestants: Contestant[] = [
      ...(python?.contestants ?? []),
      timed("gemm", () => gradient(gemm, problem), calls),
      timed("gemm, relaxed", () => gradient(relaxed, problem), calls),
      timed("gemm, arena", () => gradient(gemm, placed), calls),
      timed("gemm, arena, relaxed", () => gradient(relaxed, placed), calls),
      ...(pool
        ? [
            timed("gemm, 2 threads", () => gradient(pool.gemm, shared), calls),
            timed("gemm, 2 threads, arena", () => gradient(pool.gemm, both), calls),
          ]
        : []),
      timed("ndarray-gemm", () => gradient(ndarrayGemm, problem), 1),
    ];
    await compare(`${dtype}, gradient of ${n} x ${d} x ${k}`, contestants, { rounds });
    python?.close();
  }
}
