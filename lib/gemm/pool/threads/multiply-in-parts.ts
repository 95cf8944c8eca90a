/** Both sides of a product by the threads of a pool: the calling thread, and every other one. */
import type { Engine } from "../../kernel/engine.ts";
import { multiplyInBlocks } from "../../paths/blocks.ts";
import type { Product } from "../../product/product.ts";
import { addChunks } from "./add-chunks.ts";
import { Axis, type Cut } from "./choose-cut.ts";
import { partProducts } from "./part-products.ts";
import { readProduct, writeProduct } from "./product-numbers.ts";
import { doOpenParts, isPartDone, messageCount, openParts, type PoolMemory } from "./protocol.ts";

/** The work of the calling thread: it opens the parts, does some of them and waits for the others. */
export function multiplyInParts(
  memory: PoolMemory,
  product: Product,
  cut: Cut,
  numberOf: (buffer: SharedArrayBuffer) => number,
  multiplyAlone: (product: Product) => void,
): void {
  const sums = memory[product.dtype];
  const multiply = (part: number): void =>
    partProducts(product, cut, part, sums).forEach(multiplyAlone);
  writeProduct(memory, { product, cut }, numberOf);
  openParts(memory, cut.parts);
  doOpenParts(memory, messageCount(memory), multiply);
  // All parts are settled before any is repeated, so that none is still open if that throws.
  const failed = [];
  for (let part = 0; part < cut.parts; part++) if (!isPartDone(memory, part)) failed.push(part);
  failed.forEach(multiply);
  if (cut.axis === Axis.terms) addChunks(product, sums);
}

/** The work of every other thread, once it has received all messages and so knows all buffers. */
export function helpWithParts(
  engine: Engine,
  memory: PoolMemory,
  received: number,
  bufferOf: (number: number) => SharedArrayBuffer,
): void {
  doOpenParts(memory, received, (part) => {
    // The product is read again for each part: between two parts, another one may have begun.
    const { product, cut } = readProduct(memory, bufferOf);
    for (const own of partProducts(product, cut, part, memory[product.dtype])) {
      multiplyInBlocks(engine, own);
    }
  });
}
