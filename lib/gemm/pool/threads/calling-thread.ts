/** A product by all threads of a pool: what the calling thread does. */
import { isDone, open, sentOn, sumsOn, work, type Board } from "./protocol.ts";
import { Axis, type Cut } from "./cut.ts";
import { fold } from "./add-chunks.ts";
import type { Product } from "../../product/product.ts";
import { partOf } from "./parts.ts";
import { writeTask } from "./task.ts";

export function share(
  board: Board,
  product: Product,
  cut: Cut,
  numberOf: (buffer: SharedArrayBuffer) => number,
  alone: (part: Product) => void,
): void {
  const sums = sumsOn(board, product.c.data);
  const multiply = (part: number): void => partOf(product, cut, part, sums).forEach(alone);
  writeTask(board, { product, cut }, numberOf);
  open(board, cut.parts);
  work(board, sentOn(board), multiply);
  // All parts are settled before any is repeated, so that none is left if that throws.
  const failed = [];
  for (let part = 0; part < cut.parts; part++) if (!isDone(board, part)) failed.push(part);
  failed.forEach(multiply);
  if (cut.axis === Axis.terms) fold(product, sums);
}
