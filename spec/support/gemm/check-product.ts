/** One drawn product by every path, against the definition. */
import { gemm } from "ndarray-params/gemm";
import { multiplyInBlocks } from "../../../lib/gemm/paths/blocks.ts";
import { FEW, multiplyDots } from "../../../lib/gemm/paths/dots.ts";
import { makeEngine, type Engine, type Memory } from "../../../lib/gemm/kernel/engine.ts";
import { gemmThrough } from "../../../lib/gemm/product/make-gemm.ts";
import { kernelModule } from "../../../lib/internal/wasm/compile.ts";
import type { Product } from "../../../lib/gemm/product/product.ts";
import { arenaOf } from "../../../lib/internal/wasm/memory.ts";
import { multiplyPortably } from "../../../lib/gemm/paths/portable.ts";
import { areSame, definedAt } from "./definition.ts";
import type { DrawnProduct } from "./draw-product.ts";
import { drawer, type Floats } from "./matrices.ts";

const module = kernelModule(false)!;
const common = makeEngine(module);
const engines = new Map<Memory, Engine>();

function engineOf({ c, a, b }: Product): Engine {
  const memory = arenaOf(c.data) ?? arenaOf(a.data) ?? arenaOf(b.data);
  if (memory === undefined) return common;
  if (!engines.has(memory)) engines.set(memory, makeEngine(module, memory));
  return engines.get(memory)!;
}

const paths = {
  gemm,
  kernel: gemmThrough((product) => multiplyInBlocks(engineOf(product), product)),
  portable: gemmThrough(multiplyPortably),
  dots: gemmThrough((product) => multiplyDots(engineOf(product), product)),
};

/** @throws Error that names the product and the path, where an element or anything else is wrong */
export function checkProduct({ name, c, a, b, alpha, beta }: DrawnProduct, budget: number): void {
  const [m, n] = c.shape as [number, number];
  const k = a.shape[1]!;
  const arrays = new Set<Floats>([c.data, a.data, b.data]);
  const before = [...arrays].map((data) => [data, data.slice()] as const);
  const wanted = wantedOf([c, a, b, alpha, beta], Math.max(8, Math.ceil(budget / (k + 1))));
  let first: Floats | undefined;
  for (const [path, multiply] of Object.entries(paths)) {
    if (path === "dots" && m * n > FEW) continue;
    if (path === "portable" && m * n * k > 50 * budget) continue;
    multiply(c, a, b, alpha, beta);
    for (const { i, j, value } of wanted) {
      if (Object.is(c.get(i, j), value)) continue;
      throw new Error(`${name} by ${path}: ${c.get(i, j)} for ${value} at ${i}, ${j}`);
    }
    // Elements that were not worked out are at least the same by all paths.
    first ??= c.data.slice();
    if (!areSame(first, c.data)) throw new Error(`${name}: ${path} differs from gemm`);
    for (const [data, old] of before) {
      if (data === c.data) restore(c.shape, (i, j) => c.set(i, j, old[c.index(i, j)]!));
      if (!areSame(data, old)) throw new Error(`${name}: ${path} wrote outside c`);
    }
  }
}

/** All elements, or some of them with the corners. */
function wantedOf(
  call: Parameters<typeof definedAt>[0],
  most: number,
): { i: number; j: number; value: number }[] {
  const [m, n] = call[0].shape as [number, number];
  const draw = drawer(m + n);
  const at = (i: number, j: number) => ({ i, j, value: definedAt(call, i, j) });
  if (m * n <= most) return Array.from({ length: m * n }, (_, q) => at(Math.floor(q / n), q % n));
  const drawn = Array.from({ length: most }, () => at(draw(m), draw(n)));
  return [at(0, 0), at(m - 1, 0), at(0, n - 1), at(m - 1, n - 1), ...drawn];
}

function restore(shape: readonly number[], put: (i: number, j: number) => void): void {
  for (let i = 0; i < shape[0]!; i++) for (let j = 0; j < shape[1]!; j++) put(i, j);
}
