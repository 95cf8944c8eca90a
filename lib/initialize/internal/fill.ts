import type { NdArray } from "ndarray";
import { isFloat64 } from "../../internal/arrays.ts";
import { copyRun, LONG_RUN } from "../../internal/copy-run.ts";
import { sizeOf } from "../../layout.ts";
import type { FloatData } from "./view-checks.ts";
import type { Draw } from "../random/random.ts";

/**
 * Fills a view in logical row-major order, whatever its strides, so a seed gives the same values in
 * every memory order.
 *
 * Numbers are drawn in blocks. A function called for each element, which differs from scheme to
 * scheme, is never inlined and costs as much as the normal number it draws (19 ns instead of 10).
 */
export function fill(view: NdArray<FloatData>, draw: Draw): void {
  const { data, shape, stride } = view;
  const size = sizeOf(shape);
  const block = new Float64Array(Math.min(size, BLOCK));
  const last = shape.length - 1;
  const columns = shape[last] ?? 1;
  const step = stride[last] ?? 0;
  const index = shape.map(() => 0);
  const isDouble = isFloat64(data);
  let row = view.offset;
  let column = 0;
  for (let done = 0; done < size; done += block.length) {
    const count = Math.min(size - done, block.length);
    draw(block, count);
    for (let k = 0; k < count;) {
      const end = Math.min(count, k + columns - column);
      let position = row + column * step;
      column = (column + end - k) % columns;
      if (isDouble && step === 1 && end - k >= LONG_RUN) {
        copyRun(block, k, data, position, end - k);
        k = end;
      } else for (; k < end; k++, position += step) data[position] = block[k]!;
      if (column === 0) row = nextRow(view, index, row);
    }
  }
}

/** The start of the row after the one that starts at `row`; `index` is advanced with it. */
function nextRow({ shape, stride }: NdArray, index: number[], row: number): number {
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    if (++index[axis]! < shape[axis]!) return row + stride[axis]!;
    row -= (shape[axis]! - 1) * stride[axis]!;
    index[axis] = 0;
  }
  return row;
}

const BLOCK = 512;
