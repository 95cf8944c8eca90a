import { multiplyWith } from "../paths/choose-path.ts";
import { makeGemm, type Gemm } from "../product/make-gemm.ts";
import { relaxedKernel } from "./relaxed-kernel.ts";

/**
 * c ← alpha·a·b + beta·c, in place: `gemm` with fused products and sums, if the engine has relaxed
 * SIMD. A fused step is rounded once instead of twice, so the last bits of a result depend on the
 * engine and the processor.
 *
 * @param alpha rounded to the dtype of c; 1 by default. If it is 0, a and b are not read.
 * @param beta rounded to the dtype of c; 0 by default. If it is 0, c is not read.
 * @throws TypeError, RangeError before anything is written
 * @function
 * @example
 * gemm(p, x, w); //                          p = x·w           (n, k) = (n, d)·(d, k)
 */
export const gemm: Gemm = /* @__PURE__ */ makeGemm(/* @__PURE__ */ multiplyWith(relaxedKernel));
