import { gemmThrough } from "./gemm.ts";
import { multiplyWith } from "./multiply.ts";
export const gemm = gemmThrough(multiplyWith(false));
