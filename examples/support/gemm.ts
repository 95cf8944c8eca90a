/** The gemm that a program uses: the one of this package, or with `--gemm=ndarray-gemm` the other. */
import ndarrayGemm from "ndarray-gemm";
import { gemm as ownGemm, type Gemm } from "ndarray-params/gemm";

const gemms: Record<string, Gemm> = { "ndarray-params": ownGemm, "ndarray-gemm": ndarrayGemm };
const flag = process.argv.find((argument) => argument.startsWith("--gemm="));
const name = flag?.slice("--gemm=".length) ?? "ndarray-params";
if (!Object.hasOwn(gemms, name)) {
  throw new RangeError(`--gemm must be ${Object.keys(gemms).join(" or ")}, got ${name}`);
}

export const gemm = gemms[name]!;
