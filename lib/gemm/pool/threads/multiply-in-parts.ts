/** Both sides of work by the threads of a pool: the calling thread's, and that of every other one. */
import { multiplyInBlocks } from "../../paths/blocks.ts";
import type { Product } from "../../product/product.ts";
import { addChunks } from "./add-chunks.ts";
import { Axis, type Cut } from "./choose-cut.ts";
import { doInParts } from "./do-in-parts.ts";
import type { KnownBuffers } from "./known-buffers.ts";
import { partProducts } from "./part-products.ts";
import { readProduct, writeProduct } from "./product-numbers.ts";
import { beat, doOpenParts, type PoolMemory } from "./protocol.ts";
import { areRows, readRows } from "./rows-numbers.ts";

/**
 * The calling thread's side of a product that it has cut. Returns false if a thread has ended inside
 * a part, of which c may then hold anything.
 */
export function multiplyInParts(
  memory: PoolMemory,
  product: Product,
  cut: Cut,
  numberOf: (buffer: SharedArrayBuffer) => number,
  multiplyAlone: (product: Product) => void,
  patience?: number,
): boolean {
  const sums = memory[product.dtype];
  const multiply = (part: number): void =>
    partProducts(product, cut, part, sums).forEach(multiplyAlone);
  writeProduct(memory, { product, cut }, numberOf);
  if (!doInParts(memory, cut.parts, multiply, patience)) return false;
  if (cut.axis === Axis.terms) addChunks(product, sums);
  return true;
}

/** The side of every other thread, once it has received all messages and so knows all buffers. */
export function helpWithParts(
  { engineFor, bufferOf, rowsOf }: Omit<KnownBuffers, "receive">,
  memory: PoolMemory,
  received: number,
): void {
  doOpenParts(memory, received, "last", (part) => {
    let products: Product[];
    try {
      // The work is read again for each part: between two parts, another one may have begun.
      if (areRows(memory)) {
        const { arena, of, count, each, args } = readRows(memory);
        const { work, scratch } = rowsOf(arena, of);
        work(part * each, Math.min((part + 1) * each, count), scratch, ...args);
        beat(memory);
        return true;
      }
      const { product, cut } = readProduct(memory, bufferOf);
      products = partProducts(product, cut, part, memory[product.dtype]);
    } catch {
      return false;
    }
    for (const product of products) multiplyInBlocks(engineFor(product), product);
    return true;
  });
}
