/**
 * Compares pools with gemm, bit by bit, for as many calls as you like: products are drawn, pools and
 * buffers come and go.
 *
 *     npm run fuzz -- gemm-pool [calls = 5000] [seed = 0]
 */
import { setImmediate as turn } from "node:timers/promises";
import ndarray from "ndarray";
import { gemm } from "ndarray-params/gemm";
import { gemmPool, type GemmPool } from "ndarray-params/gemm/pool";
import { chooseCut } from "../../lib/gemm/pool/threads/choose-cut.ts";
import { operandOf } from "../../lib/gemm/product/product.ts";
import { dtypeOf } from "../../lib/internal/arrays.ts";
import {
  drawer,
  layouts,
  matrixOf,
  repeated,
  type FloatMatrix,
  type Floats,
} from "../support/gemm/matrices.ts";
import { bytesOf, shared } from "../support/gemm/shared.ts";

const [calls = 5000, seed = 0] = process.argv.slice(2).map(Number);
const draw = drawer(seed);
const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;
const value = (): number => draw(2 ** 30) / 2 ** 29 - 1;
const results = Object.values(layouts);
const operands = [...results, ...results, ...Object.values(repeated)];

/** Draws a few long axes and many short ones, around the edges of parts and of chunks. */
function drawnShape(): [number, number, number] {
  const short = (): number => 1 + draw(24);
  const middle = (): number => 16 * (1 + draw(20)) + draw(3) - 1;
  const long = (): number => 1024 * (1 + draw(5)) + draw(5) - 2;
  return pick<() => [number, number, number]>([
    () => [middle(), middle(), middle()],
    () => [middle(), short(), long()],
    () => [short(), middle(), long()],
    () => [long(), short(), middle()],
    () => [short(), long(), middle()],
    () => [short(), short(), 8 * long()],
  ])();
}

const MEMORIES = 6;
const MEMORY = 4 * 2 ** 20;
const memories: SharedArrayBuffer[] = [];

/** Shared memory, new or used before. Some of it is forgotten and collected. */
function memory(bytes: number): ArrayBufferLike {
  if (bytes > MEMORY || draw(4) === 0) return new SharedArrayBuffer(bytes);
  if (memories.length < MEMORIES) memories.push(new SharedArrayBuffer(MEMORY));
  if (draw(20) === 0) memories[draw(memories.length)] = new SharedArrayBuffer(MEMORY);
  return pick(memories);
}

/** Copies matrices side by side to one shared memory, as parts of it or by their offsets. */
function together(matrices: readonly FloatMatrix[]): FloatMatrix[] {
  const bytes = matrices.reduce((sum, { data }) => sum + data.byteLength, 0);
  const buffer = memory(bytes + 8 * matrices.length);
  let end = 0;
  return matrices.map(({ data, shape, stride, offset }) => {
    const Type = (data instanceof Float64Array ? Float64Array : Float32Array) as new (
      memory: ArrayBufferLike,
      byteOffset?: number,
      length?: number,
    ) => Floats;
    const { BYTES_PER_ELEMENT } = data;
    const start = end / BYTES_PER_ELEMENT + draw(2);
    end = (start + data.length) * BYTES_PER_ELEMENT;
    const part = new Type(buffer, start * BYTES_PER_ELEMENT, data.length);
    part.set(data);
    return draw(2) === 0
      ? ndarray(part, [...shape], [...stride], offset)
      : ndarray(new Type(buffer), [...shape], [...stride], start + offset);
  });
}

/** The bits of the array that a matrix came with, sentinels included. */
const bitsOf = (
  { data, offset }: FloatMatrix,
  { data: from, offset: start }: FloatMatrix,
): Buffer => bytesOf(data.subarray(offset - start, offset - start + from.length));

const pools: GemmPool[] = [];
const newPool = (): GemmPool => gemmPool({ threads: 2 + draw(3) });
for (let i = 0; i < 3; i++) pools.push(newPool());
const seen: Record<string, number> = { alone: 0, rows: 0, columns: 0, terms: 0, closed: 0 };

for (let call = 0; call < calls; call++) {
  const Type = pick([Float64Array, Float32Array]);
  const [m, n, k] = drawnShape();
  const from = [
    matrixOf(Type, [m, n], pick(results)(m, n), value),
    matrixOf(Type, [m, k], pick(operands)(m, k), value),
    matrixOf(Type, [k, n], pick(operands)(k, n), value),
  ] as const;
  const [c, a, b] = (draw(2) === 0 ? from.map(shared) : together(from)) as [
    FloatMatrix,
    FloatMatrix,
    FloatMatrix,
  ];
  const [alpha, beta] = [pick([1, 1, -1, 0.3, 0]), pick([0, 0, 1, -0.7])];
  const want = from[0];
  gemm(want, from[1], from[2], alpha, beta);
  pick(pools).gemm(c, a, b, alpha, beta);
  if (!bitsOf(c, want).equals(bytesOf(want.data))) {
    const strides = [c, a, b].map(({ stride }) => stride.join());
    throw new Error(
      `call ${call}: ${Type.name} ${m} x ${k} by ${k} x ${n}, strides ${strides.join("; ")}`,
    );
  }
  const matrices = { c: operandOf(c), a: operandOf(a), b: operandOf(b) };
  const product = { dtype: dtypeOf(c.data), m, n, k, alpha, beta, ...matrices };
  seen[["rows", "columns", "terms"][chooseCut(product, 3)?.axis ?? -1] ?? "alone"]!++;
  if (draw(40) === 0) {
    const i = draw(pools.length);
    pools[i]!.close();
    if (draw(2) === 0) pools[i]!.gemm(c, a, b);
    pools[i] = newPool();
    seen["closed"]!++;
    if (draw(2) === 0) await pools[i].ready; // oxlint-disable-line no-await-in-loop
  }
  if (draw(10) === 0) await turn(); // oxlint-disable-line no-await-in-loop
}
for (const pool of pools) pool.close();
console.log(`${calls} calls, the same bits:`, seen);
