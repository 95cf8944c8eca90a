/**
 * Checks as many products as you have time for, by every path. Each is drawn from its seed, around
 * the edges of tiles, blocks and chunks.
 *
 *     npm run fuzz -- gemm [minutes = 2] [first seed = 0]
 */
import { checkProduct } from "../support/gemm/check-product.ts";
import { drawnProduct } from "../support/gemm/draw-product.ts";

const [minutes = 2, first = 0] = process.argv.slice(2).map(Number);
const MOST = 2e8;
const BUDGET = 2e6;
const end = performance.now() + minutes * 60_000;
let seed = first;
for (; performance.now() < end; seed++) {
  // One in ten is large.
  const most = seed % 10 === 0 ? MOST : BUDGET;
  checkProduct(drawnProduct(seed, most), BUDGET);
}
console.log(`${seed - first} products from seed ${first} on are as defined, by every path`);
