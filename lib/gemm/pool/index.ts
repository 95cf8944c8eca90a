/** gemm by several threads: read pool.ts first. */
export { gemmPool, type GemmPool } from "./pool.ts";
