/** Lower bounds for products with 128-bit vectors: their arithmetic alone, and their reading alone. */
import { fileURLToPath } from "node:url";
import { compile } from "../../spec/support/gemm/assembly-script.ts";
import { timed, type Contestant } from "./compare.ts";

type Run = (steps: number, factor: number) => number;
type Read = (address: number, bytes: number) => number;

/** Vectors in a step. */
const VECTORS = 12;
const PAGE = 64 * 2 ** 10;

interface Bounds {
  /** The multiplications and additions of a product, in registers. */
  readonly arithmetic: (bytes: number, multiplications: number, calls: number) => Contestant;
  /** That many bytes, read from end to end `times` times: beyond the caches, memory is the bound. */
  readonly reading: (bytes: number, calls: number, times?: number) => Contestant;
}

export async function boundsOf(): Promise<Bounds> {
  const source = fileURLToPath(new URL("peak.as.ts", import.meta.url));
  const module = new WebAssembly.Module(Buffer.from(await compile(source, []), "hex"));
  const exportsOn = (pages: number): Record<string, unknown> => {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    new Uint8Array(memory.buffer).fill(1); // pages that nothing was written to share one place
    return new WebAssembly.Instance(module, { env: { memory } }).exports;
  };
  const { run64, run32 } = exportsOn(1) as { run64: Run; run32: Run };
  return {
    arithmetic: (bytes, multiplications, calls) => {
      const run = bytes === 8 ? run64 : run32;
      const steps = Math.ceil((multiplications * bytes) / (VECTORS * 16));
      return timed("128-bit arithmetic alone", () => run(steps, 0.5), calls);
    },
    reading: (bytes, calls, times = 1) => {
      const { read } = exportsOn(Math.ceil(bytes / PAGE)) as { read: Read };
      const again = (): void => {
        for (let i = 0; i < times; i++) read(0, bytes);
      };
      return timed("reading the operands alone", again, calls);
    },
  };
}
