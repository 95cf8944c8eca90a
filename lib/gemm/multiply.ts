/** The choice of path. All paths round alike, so it shows in nothing but the time. */
import { multiplyInBlocks } from "./blocks.ts";
import { makeEngine, type Engine } from "./engine.ts";
import type { Product } from "./matrix.ts";
import { multiplyOuter } from "./outer.ts";
import { multiplyPortably } from "./portable.ts";

/** Below so many multiplications a plain loop is done before the operands are staged. */
const SMALL = 2048;

export function multiplyWith(relaxed: boolean): (product: Product) => void {
  let engine: Engine | undefined;
  let isMissing = false;
  return (product) => {
    const { m, n, k } = product;
    if (k === 1) return multiplyOuter(product);
    if (m * n * k < SMALL || isMissing || isDot(product)) return multiplyPortably(product);
    engine ??= makeEngine(relaxed);
    if (engine !== undefined) return multiplyInBlocks(engine, product);
    isMissing = true;
    return multiplyPortably(product);
  };
}

/** A vector times a matrix that lies the wrong way for vectors, in which each element is read once. */
const isDot = ({ m, n, a, b }: Product): boolean =>
  (m === 1 && b.columnStride !== 1) || (n === 1 && a.rowStride !== 1);
