import { makeKernel, type GemmKernel } from "../kernel/gemm-kernel.ts";
import { plain } from "../kernel/plain.generated.ts";
import { fused } from "./fused.generated.ts";

/**
 * The kernel that fuses a product and a sum, with one rounding for both (relaxed SIMD). An engine
 * without relaxed SIMD runs the plain kernel instead.
 *
 * @example
 * const pool = gemmPool({ threads: 2, kernel: relaxedKernel });
 */
export const relaxedKernel: GemmKernel = /* @__PURE__ */ makeKernel(fused, plain);
