/** Finds the engine that runs a kernel. */
import { compile } from "../../internal/wasm/compile.ts";
import { arenaMemoryOf, commonMemory, hasArenas, type Memory } from "../../internal/wasm/memory.ts";
import type { Product } from "../product/product.ts";
import { makeEngine, type Engine } from "./engine.ts";
import { textsOf, type GemmKernel } from "./gemm-kernel.ts";

/** The module of a kernel for a memory; undefined if the engine can compile none of its texts. */
export function moduleOf(kernel: GemmKernel, memory?: Memory): WebAssembly.Module | undefined {
  for (const text of textsOf(kernel)) {
    const module = compile(text, memory);
    if (module !== undefined) return module;
  }
  return undefined;
}

/**
 * Returns a function that finds the engine for a product: on the memory of the arena in which an
 * operand lives, or else on the common memory. It returns undefined if the kernel does not run here
 * or has no memory.
 */
export function engineFinder(kernel: GemmKernel): (product: Product) => Engine | undefined {
  const engines = new WeakMap<Memory, Engine>();
  let common: Engine | undefined;
  return ({ c, a, b }) => {
    const arena = hasArenas()
      ? (arenaMemoryOf(c.data) ?? arenaMemoryOf(a.data) ?? arenaMemoryOf(b.data))
      : undefined;
    const known = arena === undefined ? common : engines.get(arena);
    if (known !== undefined) return known;
    const module = moduleOf(kernel, arena);
    const memory = module && (arena ?? commonMemory());
    if (memory === undefined) return undefined;
    const engine = makeEngine(module!, memory);
    if (arena === undefined) common = engine;
    else engines.set(arena, engine);
    return engine;
  };
}
