/** gemm with fused products and sums, where the engine has relaxed SIMD. */
export { gemmWith, type GemmOptions } from "../gemm.ts";
