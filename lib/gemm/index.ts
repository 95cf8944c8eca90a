export { gemmArena, type Arena } from "../internal/wasm/arena.ts";
export type { Gemm } from "./product/make-gemm.ts";
export { gemm, gemmWith, type GemmOptions } from "./gemm.ts";
export type { Matrix } from "./product/product.ts";
export { gemmPool, type GemmPool } from "./pool/pool.ts";
