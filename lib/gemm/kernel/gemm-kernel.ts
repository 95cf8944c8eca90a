/** Kernels as a user hands them over, and the engines that run them. */
import { compile } from "../../internal/wasm/compile.ts";
import { arenaMemoryOf, commonMemory, hasArenas, type Memory } from "../../internal/wasm/memory.ts";
import type { Product } from "../product/product.ts";
import { makeEngine, type Engine } from "./engine.ts";

declare const opaque: unique symbol;

/** A kernel for `gemmPool`. */
export interface GemmKernel {
  readonly [opaque]: true;
}

interface Texts {
  /** WebAssembly modules in base64, the one to be preferred first. */
  readonly texts: readonly string[];
}

/** A kernel of several texts: the first one that the engine can compile is used. */
export const makeKernel = (...texts: string[]): GemmKernel =>
  Object.freeze<Texts>({ texts }) as unknown as GemmKernel;

export const isKernel = (value: unknown): value is GemmKernel =>
  Array.isArray((value as Partial<Texts> | null | undefined)?.texts);

/** The module of a kernel; undefined if the engine can compile none of its texts. */
export function moduleOf(kernel: GemmKernel): WebAssembly.Module | undefined {
  for (const text of (kernel as unknown as Texts).texts) {
    const module = compile(text);
    if (module !== undefined) return module;
  }
  return undefined;
}

/**
 * Returns a function that finds the engine for a product: on the memory of the arena in which an
 * operand lives, or else on the common one. It is undefined where the kernel does not run.
 */
export function engineFinder(kernel: GemmKernel): (product: Product) => Engine | undefined {
  const engines = new WeakMap<Memory, Engine>();
  let common: Engine | undefined;
  return ({ c, a, b }) => {
    const arena = hasArenas()
      ? (arenaMemoryOf(c.data) ?? arenaMemoryOf(a.data) ?? arenaMemoryOf(b.data))
      : undefined;
    if (arena === undefined && common !== undefined) return common;
    const module = moduleOf(kernel);
    if (module === undefined) return undefined;
    if (arena === undefined) return (common = makeEngine(module, commonMemory()));
    let engine = engines.get(arena);
    if (engine === undefined) engines.set(arena, (engine = makeEngine(module, arena)));
    return engine;
  };
}
