import { multiplyInBlocks } from "../../paths/blocks.ts";
import { sumsOn, work, type Board } from "./protocol.ts";
import type { Engine } from "../../kernel/engine.ts";
import { partOf } from "./parts.ts";
import { readTask } from "./task.ts";

/** A product by all threads of a pool: what the others do, as long as they know all buffers. */
export function serve(
  engine: Engine,
  board: Board,
  received: number,
  bufferOf: (number: number) => SharedArrayBuffer,
): void {
  work(board, received, (part) => {
    // Read for each part anew: between two parts there may be another product on the board.
    const { product, cut } = readTask(board, bufferOf);
    for (const piece of partOf(product, cut, part, sumsOn(board, product.c.data))) {
      multiplyInBlocks(engine, piece);
    }
  });
}
