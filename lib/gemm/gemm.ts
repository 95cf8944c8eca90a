import { plainKernel } from "./kernel/plain-kernel.ts";
import { multiplyWith } from "./paths/choose-path.ts";
import { makeGemm, type Gemm } from "./product/make-gemm.ts";

/**
 * c ← alpha·a·b + beta·c, in place: the call of ndarray-gemm, on a kernel of 128-bit vectors.
 *
 * Each element is the sum of its products in the order of k, in chunks of 1024, with one rounding
 * for each product and each sum. The bits are the same on every engine, with and without SIMD, for
 * any strides. Nested arrays of numbers are multiplied as matrices of float64.
 *
 * @param alpha rounded to the dtype of c; 1 by default. If it is 0, a and b are not read.
 * @param beta rounded to the dtype of c; 0 by default. If it is 0, c is not read.
 * @throws TypeError, RangeError before anything is written
 * @function
 * @example
 * gemm(p, x, w); //                          p = x·w           (n, k) = (n, d)·(d, k)
 * gemm(dw, x.transpose(1, 0), e, 1 / n); //  dw = xᵀ·e / n     (d, k) = (d, n)·(n, k)
 */
export const gemm: Gemm = /* @__PURE__ */ makeGemm(/* @__PURE__ */ multiplyWith(plainKernel));
