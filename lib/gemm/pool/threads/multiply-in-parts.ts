/** Both sides of a product by the threads of a pool: the calling thread, and every other one. */
import { multiplyInBlocks } from "../../paths/blocks.ts";
import type { Product } from "../../product/product.ts";
import { addChunks } from "./add-chunks.ts";
import { Axis, type Cut } from "./choose-cut.ts";
import type { KnownBuffers } from "./known-buffers.ts";
import { partProducts } from "./part-products.ts";
import { readProduct, writeProduct } from "./product-numbers.ts";
import { doOpenParts, messageCount, openParts, State, waitForPart } from "./protocol.ts";
import type { PoolMemory } from "./protocol.ts";

/**
 * The work of the calling thread: it opens the parts, does some of them and waits for the others.
 * Returns false if a thread has ended inside a part, of which c may then hold anything.
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
  const errors: unknown[] = [];
  writeProduct(memory, { product, cut }, numberOf);
  openParts(memory, cut.parts);
  doOpenParts(memory, messageCount(memory), (part) => {
    try {
      multiply(part);
    } catch (error) {
      errors.push(error);
    }
    return true;
  });
  // All parts are settled before any is repeated, so that none is still open if that throws.
  const failed = [];
  for (let part = 0; part < cut.parts; part++) {
    const state = waitForPart(memory, part, patience);
    if (state === State.silent) return false;
    if (state === State.failed) failed.push(part);
  }
  if (errors.length > 0) throw errors[0];
  failed.forEach(multiply);
  if (cut.axis === Axis.terms) addChunks(product, sums);
  return true;
}

/** The work of every other thread, once it has received all messages and so knows all buffers. */
export function helpWithParts(
  { engineFor, bufferOf }: Pick<KnownBuffers, "engineFor" | "bufferOf">,
  memory: PoolMemory,
  received: number,
): void {
  doOpenParts(memory, received, (part) => {
    let products: Product[];
    try {
      // The product is read again for each part: between two parts, another one may have begun.
      const { product, cut } = readProduct(memory, bufferOf);
      products = partProducts(product, cut, part, memory[product.dtype]);
    } catch {
      return false;
    }
    for (const product of products) multiplyInBlocks(engineFor(product), product);
    return true;
  });
}
