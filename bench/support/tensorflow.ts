/** TensorFlow.js on its WebAssembly backend, if `npm install --prefix bench` has installed it. */
import { createRequire } from "node:module";
import type { Contestant } from "./compare.ts";

interface Tensor {
  readonly dataSync: () => Float32Array;
  readonly dispose: () => void;
}
interface Core {
  readonly setBackend: (name: string) => Promise<boolean>;
  readonly ready: () => Promise<void>;
  readonly tensor2d: (data: ArrayLike<number>, shape: [number, number]) => Tensor;
  readonly matMul: (a: Tensor, b: Tensor) => Tensor;
}

type Make = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  m: number,
  n: number,
  k: number,
  calls: number,
) => Contestant;

export async function tensorflow(): Promise<Make | undefined> {
  let core: Core;
  try {
    const require = createRequire(new URL("../package.json", import.meta.url));
    core = require("@tensorflow/tfjs-core") as Core;
    const backend = require("@tensorflow/tfjs-backend-wasm") as {
      setThreadsCount(n: number): void;
    };
    backend.setThreadsCount(1);
    await core.setBackend("wasm");
    await core.ready();
  } catch {
    console.log("@tensorflow/tfjs-backend-wasm is not installed, so its column is missing\n");
    return undefined;
  }
  return (x, y, m, n, k, calls) => {
    const [a, b] = [core.tensor2d(x, [m, k]), core.tensor2d(y, [k, n])];
    return {
      name: "tfjs wasm",
      round: () => {
        const start = performance.now();
        for (let i = 0; i < calls; i++) {
          const c = core.matMul(a, b);
          c.dataSync();
          c.dispose();
        }
        return (performance.now() - start) / calls;
      },
    };
  };
}
