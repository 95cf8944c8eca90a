// `gemm` with fused products and sums: faster on some processors, not the same bits on all of them.
// Read relaxed-gemm.ts first.
// It may import the other folders of gemm and lib/internal.
export { gemm } from "./relaxed-gemm.ts";
export { relaxedKernel } from "./relaxed-kernel.ts";
export type { GemmKernel } from "../kernel/gemm-kernel.ts";
export type { Gemm } from "../product/make-gemm.ts";
export type { Matrix, MatrixData, Rows } from "../product/product.ts";
export { arena, type Arena, type ArenaOptions } from "../../internal/wasm/arena.ts";
