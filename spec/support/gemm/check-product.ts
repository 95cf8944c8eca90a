/** Checks one drawn product by every path against the definition. */
import { gemm } from "ndarray-params/gemm";
import { multiplyInBlocks } from "../../../lib/gemm/paths/blocks.ts";
import { FEW, multiplyDots } from "../../../lib/gemm/paths/dot-products.ts";
import { engineFinder } from "../../../lib/gemm/kernel/find-engine.ts";
import { plainKernel } from "../../../lib/gemm/kernel/plain-kernel.ts";
import { makeGemm } from "../../../lib/gemm/product/make-gemm.ts";
import type { Product } from "../../../lib/gemm/product/product.ts";
import { multiplyPortably } from "../../../lib/gemm/paths/portable.ts";
import { areSame, definedAt } from "./definition.ts";
import type { DrawnProduct } from "./draw-product.ts";
import { drawer, type Floats } from "./matrices.ts";

const find = engineFinder(plainKernel);
const engineOf = (product: Product) => find(product)!;

const paths = {
  gemm,
  kernel: makeGemm((product) => multiplyInBlocks(engineOf(product), product)),
  portable: makeGemm(multiplyPortably),
  dots: makeGemm((product) => multiplyDots(engineOf(product), product)),
};

/** @throws Error that names the product and the path, if an element or anything else is wrong */
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
    // Elements without an expected value must at least be the same by all paths.
    first ??= c.data.slice();
    if (!areSame(first, c.data)) throw new Error(`${name}: ${path} differs from gemm`);
    for (const [data, old] of before) {
      if (data === c.data) restore(c.shape, (i, j) => c.set(i, j, old[c.index(i, j)]!));
      if (!areSame(data, old)) throw new Error(`${name}: ${path} wrote outside c`);
    }
  }
}

/** The expected values of all elements, or of the corners and some others. */
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
