import type { Engine } from "../../kernel/engine.ts";
import type { KernelFunctions } from "../../kernel/kernel-exports.ts";

/** An engine that calls `tell` after each block that it has multiplied. */
export function watched(engine: Engine, tell: () => void): Engine {
  const telling = (functions: KernelFunctions): KernelFunctions => ({
    ...functions,
    multiply(...block) {
      functions.multiply(...block);
      tell();
    },
  });
  const { float64, float32 } = engine.functions;
  return { ...engine, functions: { float64: telling(float64), float32: telling(float32) } };
}
