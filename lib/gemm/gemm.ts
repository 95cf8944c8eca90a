import { nameOf } from "../internal/messages.ts";
import { checkOptions } from "../internal/options.ts";
import { gemmThrough, type Gemm } from "./product/make-gemm.ts";
import { multiplyWith } from "./paths/choose-path.ts";

export interface GemmOptions {
  /**
   * Fuses products and sums where the engine has relaxed SIMD: one rounding instead of two, so
   * that the last bits of a result depend on the engine and the processor. Default `false`.
   */
  readonly relaxed?: boolean;
}

/**
 * A gemm of its own: drop-in for `gemm`, with options that trade something for speed.
 *
 * @throws TypeError, RangeError where the options are not these
 * @example
 * const gemm = gemmWith({ relaxed: true });
 */
export function gemmWith(options: GemmOptions = {}): Gemm {
  checkOptions("gemmWith", options, ["relaxed"]);
  return gemmThrough(multiplyWith(readRelaxed("gemmWith", options)));
}

/** @throws TypeError where it is no boolean */
export function readRelaxed(call: string, { relaxed = false }: GemmOptions): boolean {
  if (typeof relaxed === "boolean") return relaxed;
  throw new TypeError(`${call}: relaxed must be a boolean, got ${nameOf(relaxed)}`);
}

/**
 * c ← alpha·a·b + beta·c, in place, as ndarray-gemm and as fast as a native BLAS without threads.
 *
 * Each element is the sum of its products in the order of k, in chunks of 1024, with one rounding
 * for each product and each sum: the same bits on every engine, with and without SIMD, for any
 * strides.
 *
 * @param alpha rounded to the dtype of c; 1 by default. Where it is 0, a and b are not read.
 * @param beta rounded to the dtype of c; 0 by default. Where it is 0, c is not read.
 * @throws TypeError, RangeError before anything is written
 * @example
 * gemm(p, x, w); //                          p = x·w           (n, k) = (n, d)·(d, k)
 * gemm(dw, x.transpose(1, 0), e, 1 / n); //  dw = xᵀ·e / n     (d, k) = (d, n)·(n, k)
 */
export const gemm: Gemm = /* @__PURE__ */ gemmWith();
