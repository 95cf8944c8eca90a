/** Cases of entries that 0.1.0 did not have, and so no golden cases: their hash must only be one. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import type { Gemm } from "ndarray-params/gemm";
import { gemmPool } from "ndarray-params/gemm/pool";
import { gemm as relaxed } from "ndarray-params/gemm/relaxed";
import { toNpz } from "ndarray-params/npz";
import { source, type Cases } from "../support/golden/draw.ts";

const [m, k, n] = [150, 1200, 90];

/** Shared memory if the engine has it: only its products are cut for the threads of a pool. */
function matrix(rows: number, columns: number, next: () => number): NdArray<Float64Array> {
  const byteLength = 8 * rows * columns;
  const buffer =
    typeof SharedArrayBuffer === "undefined"
      ? new ArrayBuffer(byteLength)
      : new SharedArrayBuffer(byteLength);
  const data = new Float64Array(buffer);
  for (let i = 0; i < data.length; i++) data[i] = next();
  return ndarray(data, [rows, columns]);
}

function product(gemm: Gemm, next: () => number): Float64Array {
  const c = matrix(m, n, () => 0);
  gemm(c, matrix(m, k, next), matrix(k, n, next));
  return c.data;
}

export const later: Cases = {
  "gemm/pool: two threads": async () => {
    const pool = gemmPool({ threads: 2 });
    await pool.ready;
    const c = product(pool.gemm, source(31).number);
    pool.close();
    return c;
  },
  // Other numbers would be rounded as the processor does it.
  "gemm/relaxed: integers": () => {
    const { integer } = source(32);
    return product(relaxed, () => integer(2001) - 1000);
  },
  "npz: compressed and not": () => {
    const arrays = {
      w: source(33).into(new Float64Array(300)),
      b: new Float32Array(300).fill(1 / 3),
    };
    return [toNpz(arrays), toNpz(arrays, { compress: true })];
  },
};
