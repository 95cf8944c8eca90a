/** The definition of each element of a product, word for word as in docs/gemm.md. */
import type { FloatMatrix, Floats } from "./matrices.ts";
import { dtypeOf, floatKinds } from "../../../lib/internal/arrays.ts";
import { bytesOf } from "./shared.ts";

const TERMS = 1024;

/** Element (i, j) of alpha·a·b + beta·c, every rounding in the type of the arrays. */
export function definedAt(
  [c, a, b, alpha, beta]: readonly [FloatMatrix, FloatMatrix, FloatMatrix, number, number],
  i: number,
  j: number,
): number {
  const { round } = floatKinds[dtypeOf(c.data)];
  const old = beta === 0 ? 0 : round(round(beta) * c.get(i, j));
  const k = a.shape[1]!;
  if (round(alpha) === 0 || k === 0) return round(beta) === 0 ? 0 : old;
  const [x, y] = [a.data, b.data];
  let [ai, bj] = [a.index(i, 0), b.index(0, j)];
  let sum = 0;
  for (let q = 0; q < k; q += TERMS) {
    let part = 0;
    for (let p = q; p < Math.min(k, q + TERMS); p++) {
      part = round(part + round(x[ai]! * y[bj]!));
      ai += a.stride[1]!;
      bj += b.stride[0]!;
    }
    sum = round(sum + part);
  }
  const scaled = round(round(alpha) * sum);
  return round(beta) === 0 ? scaled : round(scaled + old);
}

/** Whether two arrays have the same bits, the sign and payload of a NaN apart: 0 is not -0. */
export function areSame(x: Floats, y: Floats): boolean {
  if (x.length !== y.length) return false;
  return bytesOf(x).equals(bytesOf(y)) || x.every((element, i) => Object.is(element, y[i]));
}
