/** The choice of path. All paths round alike, so it shows in nothing but the time. */
import { multiplyInBlocks } from "./blocks.ts";
import { FEW, multiplyDots } from "./dots.ts";
import { makeEngine, type Engine, type Memory } from "../kernel/engine.ts";
import { kernelModule } from "../../internal/wasm/compile.ts";
import type { Product } from "../product/product.ts";
import { arenaOf, hasArenas } from "../../internal/wasm/memory.ts";
import { multiplyOuter } from "./outer.ts";
import { multiplyPortably } from "./portable.ts";

/** Below so many multiplications a plain loop is done before the operands are staged. */
const SMALL = 700;

/** FEW sums are not worth a tile, and worth the kernel from this length on. */
const LONG = { float64: 800, float32: 100 };

export function multiplyWith(relaxed: boolean): (product: Product) => void {
  const engineFor = engines(relaxed);
  return (product) => {
    const { m, n, k } = product;
    if (k === 1) return multiplyOuter(product);
    const isFew = m * n <= FEW;
    const long = product.c.data instanceof Float32Array ? LONG.float32 : LONG.float64;
    const isStaged = isFew ? k >= long : m * n * k >= SMALL;
    const engine = isStaged ? engineFor(product) : undefined;
    if (engine === undefined) multiplyPortably(product);
    else if (isFew) multiplyDots(engine, product);
    else multiplyInBlocks(engine, product);
  };
}

/**
 * Finds the engine of the arena where an operand lives, or else the common one; undefined where
 * WebAssembly with SIMD is missing or forbidden.
 */
function engines(relaxed: boolean): (product: Product) => Engine | undefined {
  const ofArenas = new WeakMap<Memory, Engine>();
  let common: Engine | undefined;
  return ({ c, a, b }) => {
    const module = kernelModule(relaxed);
    if (module === undefined) return undefined;
    const arena = hasArenas() ? (arenaOf(c.data) ?? arenaOf(a.data) ?? arenaOf(b.data)) : undefined;
    if (arena === undefined) return (common ??= makeEngine(module));
    let engine = ofArenas.get(arena);
    if (engine === undefined) ofArenas.set(arena, (engine = makeEngine(module, arena)));
    return engine;
  };
}
