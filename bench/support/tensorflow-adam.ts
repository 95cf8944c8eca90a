/** Adam of TensorFlow.js on WebAssembly, if `npm install --prefix bench` has installed it. */
import { createRequire } from "node:module";
import { timed, type Contestant } from "./compare.ts";

interface Core {
  readonly setBackend: (name: string) => Promise<boolean>;
  readonly tensor1d: (data: Float32Array) => object;
  readonly variable: (initial: object, trainable: boolean, name: string) => object;
  readonly train: {
    readonly adam: (
      stepRate: number,
      beta1: number,
      beta2: number,
      epsilon: number,
    ) => { readonly applyGradients: (gradients: { name: string; tensor: object }[]) => void };
  };
}

/** Steps with a given gradient; undefined if tfjs is not installed. */
export async function tensorflowAdam(
  start: Float32Array,
  gradient: Float32Array,
  [stepRate, beta1, beta2, epsilon]: readonly [number, number, number, number],
  calls: number,
): Promise<Contestant | undefined> {
  let core: Core;
  try {
    const require = createRequire(new URL("../package.json", import.meta.url));
    core = require("@tensorflow/tfjs-core") as Core;
    void require("@tensorflow/tfjs-backend-wasm");
    await core.setBackend("wasm");
  } catch {
    console.log("@tensorflow/tfjs-backend-wasm is not installed, so its column is missing\n");
    return undefined;
  }
  core.variable(core.tensor1d(start), true, "x");
  const gradients = [{ name: "x", tensor: core.tensor1d(gradient) }];
  const adam = core.train.adam(stepRate, beta1, beta2, epsilon);
  return timed(
    "tfjs on its WebAssembly backend, float32",
    () => adam.applyGradients(gradients),
    calls,
  );
}
