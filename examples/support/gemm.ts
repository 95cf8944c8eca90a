/**
 * The gemm that a program uses: the one of this package, or with `--gemm ndarray-gemm` the other.
 * The choice is read here, because it comes before the program; what is no gemm is refused there, by
 * `readOptions`.
 */
import { parseArgs } from "node:util";
import ndarrayGemm from "ndarray-gemm";
import { gemm as ownGemm, type Gemm } from "ndarray-params/gemm";

const { values } = parseArgs({ options: { gemm: { type: "string" } }, strict: false });

export const gemm: Gemm = values.gemm === "ndarray-gemm" ? ndarrayGemm : ownGemm;
