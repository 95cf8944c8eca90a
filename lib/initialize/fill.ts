import type { NdArray } from "ndarray";
import { sizeOf } from "../layout.ts";
import type { FloatData } from "./check-view.ts";

/** Writes `count` numbers to the start of `block`. */
export type Draw = (block: Float64Array, count: number) => void;

/**
 * Fills a view in logical row-major order, whatever its strides, so that a seed gives the same
 * values in every memory order.
 *
 * Numbers are drawn by the block because a function called for each element, a different one for
 * each scheme, costs twice what drawing a normal number does (19 ns against 7 ns in all).
 */
export function fill({ data, shape, stride, offset }: NdArray<FloatData>, draw: Draw): void {
  const size = sizeOf(shape);
  const block = new Float64Array(Math.min(size, BLOCK));
  const last = shape.length - 1;
  const columns = shape[last] ?? 1;
  const step = stride[last] ?? 0;
  const index = shape.map(() => 0);

  /** From the start of a row to the start of the next. */
  const nextRow = (row: number): number => {
    for (let axis = last - 1; axis >= 0; axis--) {
      if (++index[axis]! < shape[axis]!) return row + stride[axis]!;
      row -= (shape[axis]! - 1) * stride[axis]!;
      index[axis] = 0;
    }
    return row;
  };

  let row = offset;
  let column = 0;
  for (let done = 0; done < size; done += block.length) {
    const count = Math.min(size - done, block.length);
    draw(block, count);
    for (let k = 0; k < count; k++) {
      data[row + column * step] = block[k]!;
      if (++column === columns) {
        column = 0;
        row = nextRow(row);
      }
    }
  }
}

const BLOCK = 512;
