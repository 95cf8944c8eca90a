// `gemm` by several threads, for arrays on shared memory.
// Read pool.ts first, then the protocol in threads/protocol.ts.
// It may import the other folders of gemm, but not relaxed/, and lib/internal.
export { gemmPool, type GemmPool, type GemmPoolOptions, type WorkerUrl } from "./pool.ts";
export { workerSource } from "./threads/worker.generated.ts";
export type { GemmKernel } from "../kernel/gemm-kernel.ts";
export type { Gemm } from "../product/make-gemm.ts";
export type { Matrix, MatrixData, Rows } from "../product/product.ts";
export { arena, type Arena, type ArenaOptions } from "../../internal/wasm/arena.ts";
