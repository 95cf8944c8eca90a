import { gemmThrough } from "./gemm.ts";
import { multiplyWith } from "./multiply.ts";
export type { Gemm } from "./gemm.ts";
export const gemm = gemmThrough(multiplyWith(false));
