/** A lower bound for products with 128-bit vectors: their multiplications and additions alone. */
import { fileURLToPath } from "node:url";
import { compile } from "../../spec/support/gemm/assembly-script.ts";
import { timed, type Contestant } from "./compare.ts";

type Run = (steps: number, factor: number) => number;

/** Vectors in a step. */
const VECTORS = 12;

/** Makes contestants that do the multiplications and additions of a product in registers. */
export async function peakOf(): Promise<
  (bytes: number, multiplications: number, calls: number) => Contestant
> {
  const source = fileURLToPath(new URL("peak.as.ts", import.meta.url));
  const module = new WebAssembly.Module(Buffer.from(await compile(source, []), "hex"));
  const env = { memory: new WebAssembly.Memory({ initial: 1, maximum: 1 }) };
  const { exports } = new WebAssembly.Instance(module, { env });
  return (bytes, multiplications, calls) => {
    const run = exports[`run${8 * bytes}`] as Run;
    const steps = Math.ceil((multiplications * bytes) / (VECTORS * 16));
    return timed("128-bit arithmetic alone", () => run(steps, 0.5), calls);
  };
}
