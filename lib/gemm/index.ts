// Matrix products in place, on a WebAssembly kernel of 128-bit vectors.
// Read gemm.ts first: product/ checks, paths/ says how to multiply, kernel/ is the WebAssembly.
// It may import lib/internal, but not pool/ or relaxed/, which are entries of their own.
export { gemm } from "./gemm.ts";
export type { Gemm } from "./product/make-gemm.ts";
export type { Matrix, MatrixData, Rows } from "./product/product.ts";
export { arena, type Arena, type ArenaOptions } from "../internal/wasm/arena.ts";
