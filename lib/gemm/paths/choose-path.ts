/** The choice of a path. All paths round alike, so it shows in nothing but the time. */
import { engineFinder } from "../kernel/find-engine.ts";
import type { GemmKernel } from "../kernel/gemm-kernel.ts";
import type { Product } from "../product/product.ts";
import { multiplyInBlocks } from "./blocks.ts";
import { FEW, multiplyDots } from "./dot-products.ts";
import { multiplyOuter } from "./outer-product.ts";
import { multiplyPortably } from "./portable.ts";

/** The number of multiplications below which a plain loop is done before the operands are staged. */
const SMALL = 700;

/** A few sums are not worth a tile, but from this length on they are worth the kernel. */
const LONG = { float64: 800, float32: 100 };

/** Returns a function that multiplies by the fastest path: plain loops, or this kernel. */
export function multiplyWith(kernel: GemmKernel): (product: Product) => void {
  let engineFor: ReturnType<typeof engineFinder> | undefined;
  return (product) => {
    const { dtype, m, n, k } = product;
    if (k === 1) return multiplyOuter(product);
    const isFew = m * n <= FEW;
    const isStaged = isFew ? k >= LONG[dtype] : m * n * k >= SMALL;
    const engine = isStaged ? (engineFor ??= engineFinder(kernel))(product) : undefined;
    if (engine === undefined) multiplyPortably(product);
    else if (isFew) multiplyDots(engine, product);
    else multiplyInBlocks(engine, product);
  };
}
