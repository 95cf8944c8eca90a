export { gemmArena, type Arena } from "./arena.ts";
export type { Gemm } from "./gemm.ts";
export { gemm, gemmWith, type GemmOptions } from "./gemm-with.ts";
export type { Matrix } from "./matrix.ts";
export { gemmPool, type GemmPool } from "./pool.ts";
